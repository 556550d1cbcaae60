import { z } from 'zod';
import { probeServer } from './probe-server.ts';

const showSchema = z.object({
  model_info: z.record(z.string(), z.unknown()).nullish().catch(null),
  capabilities: z.array(z.string()).nullish().catch(null),
});

/** What Ollama says of a model. */
export interface ShownModel {
  /** What it was made for, in tokens; null when the server does not say. */
  contextLength: number | null;
  callsTools: boolean;
}

/** A model's own limits do not change while its server runs. */
const known = new Map<string, ShownModel>();

/** Null when the server cannot be asked. */
export async function showModel(host: string, model: string, signal?: AbortSignal): Promise<ShownModel | null> {
  const key = `${host} ${model}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const shown = await probeServer(`${host}/api/show`, {}, signal, { model });
  const said = showSchema.safeParse(shown.ok ? shown.body : null).data;
  if (said === undefined) return null;
  const found = { contextLength: lengthIn(said.model_info ?? {}), callsTools: said.capabilities?.includes('tools') ?? false };
  known.set(key, found);
  return found;
}

/** The smallest of the windows that the models were made for; null when the server says none. It cuts a larger `num_ctx` down without a word. */
export async function shortestContext(host: string, models: (string | null)[], signal?: AbortSignal): Promise<number | null> {
  const names = [...new Set(models)].filter((name) => name !== null);
  const shown = await Promise.all(names.map((name) => showModel(host, name, signal)));
  const said = shown.map((model) => model?.contextLength ?? null).filter((length) => length !== null);
  return said.length > 0 ? Math.min(...said) : null;
}

function lengthIn(info: Record<string, unknown>): number | null {
  const [, length] = Object.entries(info).find(([name]) => name.endsWith('.context_length')) ?? [];
  return typeof length === 'number' && Number.isInteger(length) && length > 0 ? length : null;
}
