import { Ollama } from 'ollama';
import { z } from 'zod';
import { keepJsonLines } from './keep-json-lines.ts';
import { ModelError } from './model-error.ts';
import { startCall } from './start-call.ts';
import { rootCause } from './to-model-error.ts';

/** Checking a large file takes minutes without a word. */
const LIMITS = { firstTokenMs: 2 * 60_000, idleMs: 10 * 60_000 };

const lineSchema = z.object({
  status: z.string().catch(''),
  digest: z.string().optional().catch(undefined),
  total: z.number().optional().catch(undefined),
  completed: z.number().optional().catch(undefined),
});

export interface PullProgress {
  /** In the server's words: `pulling manifest`, `verifying sha256 digest`. */
  status: string;
  /** Bytes of all parts that are known by now. */
  completed: number;
  total: number;
}

export type PullErrorCode = 'MODEL_UNKNOWN' | 'DISK_FULL' | 'OFFLINE' | 'STALLED' | 'UNREACHABLE' | 'CANCELLED' | 'FAILED';

/** Why a model could not be got, in words for the person. */
export class PullError extends Error {
  constructor(
    readonly code: PullErrorCode,
    message: string,
    readonly hint: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'PullError';
  }
}

/** Has Ollama get a model. What it got stays with Ollama when the pull ends early: the next one goes on from there. */
export async function pullModel(
  host: string,
  model: string,
  { signal, onProgress, limits = LIMITS }: { signal: AbortSignal; onProgress: (progress: PullProgress) => void; limits?: typeof LIMITS },
): Promise<void> {
  const call = startCall(signal, limits);
  const parts = new Map<string, { completed: number; total: number }>();
  let last = '';
  try {
    const lines = await new Ollama({ host, fetch: keepJsonLines(call.fetch) }).pull({ model, stream: true });
    for await (const line of lines) {
      call.watch.beat();
      const { status, digest, total = 0, completed = 0 } = lineSchema.parse(line);
      if (digest !== undefined) parts.set(digest, { total, completed });
      last = status;
      onProgress({ status, ...sumOf([...parts.values()]) });
    }
    if (last !== 'success') throw new Error('the server ended before the model was complete');
  } catch (error) {
    throw toPullError(model, call.watch.reason() ?? error);
  } finally {
    await call.end();
  }
}

function sumOf(parts: { completed: number; total: number }[]): { completed: number; total: number } {
  return {
    completed: parts.reduce((sum, part) => sum + part.completed, 0),
    total: parts.reduce((sum, part) => sum + part.total, 0),
  };
}

const AGAIN = 'Fetch it again: what was downloaded is kept, and the download goes on from there.';

function toPullError(model: string, error: unknown): PullError {
  const code = error instanceof ModelError ? error.code : null;
  const words = error instanceof Error ? error.message : String(error);
  const make = (of: PullErrorCode, message: string, hint: string) => new PullError(of, message, hint, { cause: error });
  if (code === 'ABORTED') return make('CANCELLED', `The download of ${model} was stopped.`, AGAIN);
  if (code === 'FIRST_TOKEN_TIMEOUT' || code === 'IDLE_TIMEOUT') return make('STALLED', `The download of ${model} stands still.`, AGAIN);
  if (/file does not exist|manifest unknown|not found/i.test(words))
    return make(
      'MODEL_UNKNOWN',
      `Ollama's library has no model called ${model}.`,
      'Check the name on https://ollama.com/library, tag included.',
    );
  if (/no space left|disk.{0,20}full|not enough (?:disk )?space/i.test(words))
    return make('DISK_FULL', `There is no room on the disk of Ollama for ${model}.`, 'Free some space there, or take a smaller model.');
  if (/no such host|dial tcp|network is unreachable|i\/o timeout|TLS handshake|proxyconnect/i.test(words))
    return make(
      'OFFLINE',
      `Ollama cannot reach its library to get ${model}.`,
      'Check the internet connection of the machine that runs Ollama.',
    );
  const cause = rootCause(error);
  if (/^E[A-Z]+$|fetch failed/.test(cause))
    return make('UNREACHABLE', `Ollama cannot be reached (${cause}).`, 'Start it with "ollama serve" or open the Ollama app.');
  return make('FAILED', `${model} could not be downloaded: ${words}`, AGAIN);
}
