import { z } from 'zod';
import { importRequestSchema, readPostingSchema, postingFieldSchema } from './imports.ts';
import { orchestrateSchema } from './orchestrations.ts';

const payloadSchema = z.object({
  job_id: z.uuid(),
  application_id: z.uuid(),
  generation: z.number().int().positive(),
  request: orchestrateSchema,
  /** Of the request that started the run (W3C Trace Context), while traces are collected. */
  traceparent: z.string().max(100).optional(),
});
/** What the queue of a step carries: ids and the request, never page text or prose. */
export type JobPayload = z.infer<typeof payloadSchema>;

const outcomeSchema = z.object({ outcome: z.enum(['done', 'superseded', 'already_ended']) });
/** What a processor returns; what a person sees comes from the row. */
export type JobOutcome = z.infer<typeof outcomeSchema>;

/**
 * The steps of a run: nodes of its flow, each working on a row of `background_jobs`.
 * `attempts` and `backoff` go on each node of a flow (queue defaults do not reach flow nodes); back-off is in milliseconds.
 */
export const stepCatalog = {
  research: {
    queue: 'research',
    name: 'research',
    payload: payloadSchema,
    result: outcomeSchema,
    attempts: 5,
    backoff: { type: 'exponential', delay: 1000 },
  },
  write: {
    queue: 'write',
    name: 'write',
    payload: payloadSchema,
    result: outcomeSchema,
    attempts: 5,
    backoff: { type: 'exponential', delay: 1000 },
  },
} as const;

/**
 * Errands: work whose asker waits for the answer. No row, no flow, one attempt; the answer goes to the asker alone and is dropped when
 * nobody waits any more. `waitMs` is how long the asker waits.
 */
export const errandCatalog = {
  import: {
    queue: 'import',
    name: 'import',
    payload: importRequestSchema,
    result: z.object({ posting: readPostingSchema, missing: z.array(postingFieldSchema) }),
    waitMs: 45_000,
  },
} as const;

/** Every queue of the product, once: counts and Bull Board iterate this. */
export const jobCatalog = { ...stepCatalog, ...errandCatalog } as const;

export type StepKind = keyof typeof stepCatalog;
export type ErrandKind = keyof typeof errandCatalog;
export type JobKind = keyof typeof jobCatalog;
export const stepKinds = Object.keys(stepCatalog) as StepKind[];
export const jobKinds = Object.keys(jobCatalog) as JobKind[];

export type ErrandPayload<K extends ErrandKind> = z.infer<(typeof errandCatalog)[K]['payload']>;
export type ErrandResult<K extends ErrandKind> = z.infer<(typeof errandCatalog)[K]['result']>;

/** The id of a queue node: adding the same generation twice is adding it once. BullMQ forbids `:` and integers. */
export const queueJobId = (jobId: string, generation: number, kind: StepKind): string => `${jobId}.g${generation}.${kind}`;
