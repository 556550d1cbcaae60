import { apiPaths, isTerminal, type Orchestration } from '@coverwright/contracts';
import { UserError } from '../process/user-error.ts';
import type { ApiClient } from './api-client.ts';
import { readEvents } from './read-events.ts';

const retryAfter = 500;
/** A line is kept open with a comment every 15 s; one that is silent for longer is dead. */
const silentFor = 45_000;
const gatewayAwayFor = 90_000;

/** Follows a run to its end, over events while they come and by asking when they do not. */
export const followRun = async (
  api: ApiClient,
  jobId: string,
  onChange: (run: Orchestration) => void,
  signal: AbortSignal,
): Promise<Orchestration> => {
  let lastHeard = Date.now();
  for (;;) {
    try {
      const streamed = await followEvents(api, jobId, onChange, signal);
      const run = streamed ?? (await api.request<Orchestration>('GET', apiPaths.orchestration(jobId)));
      lastHeard = Date.now();
      onChange(run);
      if (isTerminal(run.status)) return run;
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof UserError) throw error;
      if (Date.now() - lastHeard > gatewayAwayFor) {
        throw new UserError(
          `The gateway at ${api.url} has not answered for ${gatewayAwayFor / 1000} s. The run goes on when it is back; its id is ${jobId}.`,
        );
      }
    }
    await new Promise((resolve) => setTimeout(resolve, retryAfter));
  }
};

const followEvents = async (
  api: ApiClient,
  jobId: string,
  onChange: (run: Orchestration) => void,
  signal: AbortSignal,
): Promise<Orchestration | null> => {
  const line = new AbortController();
  const give = () => line.abort();
  signal.addEventListener('abort', give, { once: true });
  let timer = setTimeout(give, silentFor);
  try {
    const response = await api.fetch(apiPaths.orchestrationEvents(jobId), { signal: line.signal });
    if (!response.ok || !response.body) return null;
    const heard = (chunk: Uint8Array) => {
      clearTimeout(timer);
      timer = setTimeout(give, silentFor);
      return chunk;
    };
    for await (const { event, data } of readEvents(mapChunks(response.body, heard))) {
      if (event !== 'snapshot' && event !== 'job') continue;
      const run = JSON.parse(data) as Orchestration;
      onChange(run);
      if (isTerminal(run.status)) return run;
    }
    return null;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', give);
    line.abort();
  }
};

async function* mapChunks(chunks: AsyncIterable<Uint8Array>, heard: (chunk: Uint8Array) => Uint8Array): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield heard(chunk);
}
