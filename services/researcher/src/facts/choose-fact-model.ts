import type { ModelClient, ModelClients, ProgressLimits } from '@coverwright/server';

export interface FactModel {
  model: ModelClient;
  numCtx: number;
}

/** A letter waits for its model longer; facts can be had without one. */
const LIMITS: ProgressLimits = { firstTokenMs: 3 * 60_000, idleMs: 60_000 };

/** The model that picks facts, or null when there is none to ask. */
export async function chooseFactModel(models: ModelClients, signal: AbortSignal): Promise<FactModel | null> {
  const engine = await models.probe(signal);
  const model = models.clientFor(engine, 'letter', LIMITS);
  return model === null ? null : { model, numCtx: engine.num_ctx };
}
