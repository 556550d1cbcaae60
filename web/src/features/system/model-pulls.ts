import { systemSchema } from '@coverwright/contracts';
import { z } from 'zod';

const pullSchema = z.object({
  model: z.string(),
  status: z.enum(['pulling', 'success', 'failure', 'cancelled']),
  /** What is done now, or how it ended. */
  message: z.string(),
  /** 0–100; null while nobody knows. */
  percent: z.number().nullable(),
  completed_bytes: z.number(),
  total_bytes: z.number().nullable(),
  error: z.object({ message: z.string(), hint: z.string() }).nullable(),
});
export type ModelPull = z.infer<typeof pullSchema>;

/** A gateway that gets no models says nothing of them; that is not an error. */
export const systemWithPullsSchema = systemSchema.extend({ pulls: z.array(pullSchema).catch([]).default([]) });
export type SystemWithPulls = z.infer<typeof systemWithPullsSchema>;

export const isPulling = ({ pulls }: Pick<SystemWithPulls, 'pulls'>): boolean => pulls.some(({ status }) => status === 'pulling');
