import type { z } from 'zod';
import { takeEarly, type Answer } from './early-answers.ts';
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

async function ask(
  path: string,
  { method = 'GET', body, signal, deadlineMs = defaultDeadlineMs }: RequestOptions<z.ZodType>,
): Promise<Answer> {
  const deadline = AbortSignal.timeout(deadlineMs);
  const isForm = body instanceof FormData;
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      signal: signal ? AbortSignal.any([signal, deadline]) : deadline,
      headers: { accept: 'application/json', ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw noAnswer();
  }
  const answered: unknown = await response.json().catch((error: unknown) => {
    if (signal?.aborted) throw error;
    return undefined;
  });
  return { status: response.status, body: answered };
}

/** One request to the gateway. Throws `ProblemError` for every failure but an abort by `signal`. */
export async function requestJson<T extends z.ZodType>(path: string, options: RequestOptions<T>): Promise<z.output<T>> {
  const early = (options.method ?? 'GET') === 'GET' ? await takeEarly(path) : undefined;
  options.signal?.throwIfAborted();
  const { status, body } = early ?? (await ask(path, options));
  if (status === 401) goToLogin();
  if (status < 200 || status > 299) throw toProblemError(status, body);
  const parsed = options.schema.safeParse(body);
  if (!parsed.success) throw badAnswer(status);
  return parsed.data;
}

/** Whether asking again may help: no answer, or a failure of the server. */
export const isPassing = (error: Error): boolean => error instanceof ProblemError && (error.status === 0 || error.status >= 500);
