import { z } from 'zod';

export const engineSchema = z.object({
  provider: z.enum(['ollama', 'openai', 'offline']),
  configured: z.enum(['auto', 'ollama', 'openai', 'offline']),
  reachable: z.boolean(),
  host: z.string().nullable(),
  model: z.string().nullable(),
  chat_model: z.string().nullable(),
  models: z.array(z.string()),
  num_ctx: z.number().int(),
  /** What was decided and why, for a person. */
  message: z.string(),
});
export type Engine = z.infer<typeof engineSchema>;

const partSchema = z.object({ ok: z.boolean(), detail: z.string() });

export const systemSchema = z.object({
  engine: engineSchema,
  queue: z.object({
    ok: z.boolean(),
    detail: z.string(),
    queues: z.array(z.object({ name: z.string(), counts: z.record(z.string(), z.number()) })),
  }),
  database: partSchema.extend({ type: z.enum(['sqlite', 'postgres']), migrations: z.array(z.string()) }),
  storage: partSchema.extend({ content_dir: z.string(), free_bytes: z.number().nullable() }),
  resume: z.object({ present: z.boolean() }),
  versions: z.record(z.string(), z.string()),
});
export type System = z.infer<typeof systemSchema>;

export const readinessSchema = z.object({
  status: z.enum(['ok', 'unavailable']),
  parts: z.object({ database: partSchema, queue: partSchema, storage: partSchema }),
});
export type Readiness = z.infer<typeof readinessSchema>;

export const livenessSchema = z.object({ status: z.literal('ok') });

/** Whether this instance asks who comes in: by `AUTH_TOKEN`, or not at all. */
export const sessionSchema = z.object({ login: z.enum(['token', 'none']) });
export type Session = z.infer<typeof sessionSchema>;
