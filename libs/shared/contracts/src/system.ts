import { z } from 'zod';

export const engineSchema = z.object({
  provider: z.enum(['ollama', 'openai', 'offline']),
  configured: z.enum(['auto', 'ollama', 'openai', 'offline']),
  reachable: z.boolean(),
  host: z.string().nullable(),
  model: z.string().nullable(),
  chat_model: z.string().nullable(),
  models: z.array(z.string()),
  /** Tokens that every call's prompt and answer share: `LLM_NUM_CTX`, or less when a model was made for less. */
  num_ctx: z.number().int(),
  /** What the models were made for, where the server says it. */
  context_length: z.number().int().nullable(),
  /** How fast the model for letters wrote last; null until it was timed. */
  tokens_per_second: z.number().nullable(),
  /** What was decided and why, for a person. */
  message: z.string(),
});
export type Engine = z.infer<typeof engineSchema>;

/** A model's name as Ollama's own library knows it, `llama3.2:3b` or `somebody/model:tag`: no address, so that nothing else is fetched. */
export const pullModelSchema = z.strictObject({
  model: z
    .string()
    .max(200)
    .regex(/^[a-z0-9][\w.-]*(?:\/[a-z0-9][\w.-]*)?(?::[\w][\w.-]*)?$/i, {
      error: 'must be the name of a model in the library of Ollama, such as llama3.2:3b',
    }),
});
export type PullModel = z.infer<typeof pullModelSchema>;

export const modelPullSchema = z.object({
  model: z.string(),
  status: z.enum(['pulling', 'success', 'failure', 'cancelled']),
  /** What is done now, or how it ended. */
  message: z.string(),
  percent: z.number().min(0).max(100).nullable(),
  completed_bytes: z.number().int(),
  total_bytes: z.number().int().nullable(),
  error: z.object({ code: z.string(), message: z.string(), hint: z.string() }).nullable(),
  started_at: z.iso.datetime(),
  finished_at: z.iso.datetime().nullable(),
});
export type ModelPull = z.infer<typeof modelPullSchema>;

const partSchema = z.object({ ok: z.boolean(), detail: z.string() });

export const systemSchema = z.object({
  engine: engineSchema,
  /** Models that are or were being got since the gateway started, the latest first. */
  pulls: z.array(modelPullSchema),
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
