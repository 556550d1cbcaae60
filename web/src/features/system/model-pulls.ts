import { systemSchema } from '@coverwright/contracts';
import { z } from 'zod';

const pullSchema = z.object({
  model: z.string(),
  status: z.enum(['pulling', 'done', 'failed']),
  /** Bytes; null while the server has not said how many there are. */
  completed: z.number().nullable(),
  total: z.number().nullable(),
  message: z.string(),
});
export type ModelPull = z.infer<typeof pullSchema>;

/** A gateway without pulls says nothing of them; that is not an error. */
export const systemWithPullsSchema = systemSchema.extend({ pulls: z.array(pullSchema).catch([]).default([]) });
export type SystemWithPulls = z.infer<typeof systemWithPullsSchema>;

export const isPulling = ({ pulls }: Pick<SystemWithPulls, 'pulls'>): boolean => pulls.some(({ status }) => status === 'pulling');

/** How far a pull is, 0–100; null while nobody knows. */
export const pullPercent = ({ completed, total }: Pick<ModelPull, 'completed' | 'total'>): number | null =>
  completed === null || total === null || total === 0 ? null : Math.min(100, (100 * completed) / total);
