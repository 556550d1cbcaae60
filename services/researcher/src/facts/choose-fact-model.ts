import type { ModelClient, ModelClients } from '@coverwright/server';

export interface FactModel {
  model: ModelClient;
  numCtx: number;
}

/** The model that picks facts, or null when there is none to ask. */
export async function chooseFactModel(models: ModelClients, signal: AbortSignal): Promise<FactModel | null> {
  const engine = await models.probe(signal);
  const model = models.clientFor(engine, 'letter');
  return model === null ? null : { model, numCtx: engine.num_ctx };
}
