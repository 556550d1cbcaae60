import { z } from 'zod';
import { orchestrateSchema } from './orchestrations.ts';

const payloadSchema = z.object({
  job_id: z.uuid(),
  application_id: z.uuid(),
  generation: z.number().int().positive(),
  request: orchestrateSchema,
});
/** What a queue carries: ids and the request, never page text or prose. */
export type JobPayload = z.infer<typeof payloadSchema>;

const outcomeSchema = z.object({ outcome: z.enum(['done', 'superseded', 'already_ended']) });
/** What a processor returns; what a person sees comes from the row. */
export type JobOutcome = z.infer<typeof outcomeSchema>;

/**
 * Every queue of the product, once. Producer, workers, status and Bull Board iterate this.
 * `attempts` and `backoff` go on each node of a flow (queue defaults do not reach flow nodes); back-off is in milliseconds.
 */
export const jobCatalog = {
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

export type JobKind = keyof typeof jobCatalog;
export const jobKinds = Object.keys(jobCatalog) as JobKind[];

/** The id of a queue node: adding the same generation twice is adding it once. BullMQ forbids `:` and integers. */
export const queueJobId = (jobId: string, generation: number, kind: JobKind): string => `${jobId}.g${generation}.${kind}`;
