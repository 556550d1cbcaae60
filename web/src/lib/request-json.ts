import type { z } from 'zod';
import { goToLogin } from './go-to-login.ts';
import { badAnswer, noAnswer, ProblemError, toProblemError } from './problem-error.ts';

const defaultDeadlineMs = 30_000;

interface RequestOptions<T extends z.ZodType> {
  schema: T;
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON, or as the form that it is. */
  body?: unknown;
  signal?: AbortSignal;
  /** How long the answer may take. */
  deadlineMs?: number;
}

async function send(
  path: string,
  { method = 'GET', body, signal, deadlineMs = defaultDeadlineMs }: RequestOptions<z.ZodType>,
): Promise<Response> {
  const deadline = AbortSignal.timeout(deadlineMs);
  const isForm = body instanceof FormData;
  try {
    return await fetch(path, {
      method,
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      headers: { accept: 'application/json', ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw noAnswer();
  }
}

/** One request to the gateway. Throws `ProblemError` for every failure but an abort by `signal`. */
export async function requestJson<T extends z.ZodType>(path: string, options: RequestOptions<T>): Promise<z.output<T>> {
  const response = await send(path, options);
  const body: unknown = await response.json().catch((error: unknown) => {
    if (options.signal?.aborted) throw error;
    return undefined;
  });
  if (response.status === 401) goToLogin();
  if (!response.ok) throw toProblemError(response.status, body);
  const parsed = options.schema.safeParse(body);
  if (!parsed.success) throw badAnswer(response.status);
  return parsed.data;
}

/** Whether asking again may help: no answer, or a failure of the server. */
export const isPassing = (error: Error): boolean => error instanceof ProblemError && (error.status === 0 || error.status >= 500);
