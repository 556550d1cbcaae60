import { Agent, fetch } from 'undici';
import { rootCause } from './to-model-error.ts';

export const PROBE_MS = 2000;

export type ProbeResult = { ok: true; body: unknown } | { ok: false; reason: string; status: number | null };

/** One GET, or POST when there is something to send, that answers within two seconds or says in words why not. Rejects only when the caller's signal aborts. */
export async function probeServer(
  url: string,
  headers: Record<string, string>,
  caller?: AbortSignal,
  send?: unknown,
): Promise<ProbeResult> {
  const deadline = AbortSignal.timeout(PROBE_MS);
  const agent = new Agent();
  try {
    const body = send === undefined ? {} : { method: 'POST', body: JSON.stringify(send) };
    const signal = caller ? AbortSignal.any([caller, deadline]) : deadline;
    const response = await fetch(url, { ...body, headers, dispatcher: agent, signal });
    const text = await response.text();
    if (!response.ok) return { ok: false, status: response.status, reason: `it answered with status ${response.status}` };
    return readJson(text);
  } catch (error) {
    caller?.throwIfAborted();
    return { ok: false, status: null, reason: deadline.aborted ? 'no answer within 2 s' : inWords(error) };
  } finally {
    await agent.destroy();
  }
}

function readJson(text: string): ProbeResult {
  try {
    return { ok: true, body: JSON.parse(text) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { ok: false, status: null, reason: 'something answers there, but not with JSON' };
  }
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'the connection was closed at once',
  ENOTFOUND: 'the name is unknown',
  EAI_AGAIN: 'the name could not be looked up',
  EHOSTUNREACH: 'there is no way to that machine',
  ENETUNREACH: 'there is no way to that network',
};

function inWords(error: unknown): string {
  const cause = rootCause(error);
  return REASONS[cause] ?? cause;
}
