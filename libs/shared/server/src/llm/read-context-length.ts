import { z } from 'zod';
import { probeServer } from './probe-server.ts';

const showSchema = z.object({ model_info: z.record(z.string(), z.unknown()).nullish() });

/** A model's own limit does not change while its server runs. */
const known = new Map<string, number>();

/** The smallest of the windows that the models were made for; null when the server says none. It cuts a larger `num_ctx` down without a word. */
export async function shortestContext(host: string, models: (string | null)[], signal?: AbortSignal): Promise<number | null> {
  const names = [...new Set(models)].filter((name) => name !== null);
  const lengths = await Promise.all(names.map((name) => contextLength(host, name, signal)));
  const said = lengths.filter((length) => length !== null);
  return said.length > 0 ? Math.min(...said) : null;
}

async function contextLength(host: string, model: string, signal?: AbortSignal): Promise<number | null> {
  const key = `${host} ${model}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const shown = await probeServer(`${host}/api/show`, {}, signal, { model });
  const info = showSchema.safeParse(shown.ok ? shown.body : null).data?.model_info ?? {};
  const [, length] = Object.entries(info).find(([name]) => name.endsWith('.context_length')) ?? [];
  if (typeof length !== 'number' || !Number.isInteger(length) || length <= 0) return null;
  known.set(key, length);
  return length;
}
