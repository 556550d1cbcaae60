import { Ollama } from 'ollama';
import type { KnownModel } from './known-model.ts';
import { startCall } from './start-call.ts';
import { DEFAULT_LIMITS } from './watch-progress.ts';

const FEW_TOKENS = 16;

/** Has a model that was never timed write a few words, with the window of every other call so that it need not be loaded anew. */
export async function warmUp(host: string, model: string, numCtx: number, known: KnownModel, signal: AbortSignal): Promise<void> {
  const call = startCall(signal, DEFAULT_LIMITS);
  try {
    const parts = await new Ollama({ host, fetch: call.fetch }).generate({
      model,
      prompt: 'Count from one to twenty in words.',
      stream: true,
      options: { num_ctx: numCtx, num_predict: FEW_TOKENS, temperature: 0 },
    });
    for await (const part of parts) {
      call.watch.beat();
      if (part.done) known.wrote(part.eval_count, part.eval_duration / 1e6);
    }
  } finally {
    await call.end();
  }
}
