import { letterLengthSchema, type OrchestrateRequest } from '@coverwright/contracts';

/** How a letter should be, as it is chosen; empty where there is no wish. */
export interface Wishes {
  tone: string;
  length: string;
}

export const noWishes: Wishes = { tone: '', length: '' };

/** What is asked for of tone and length; nothing where there is no wish. */
export function toRequest({ tone, length }: Wishes): Pick<OrchestrateRequest, 'tone' | 'length'> {
  const chosen = letterLengthSchema.safeParse(length);
  return { ...(tone === '' ? {} : { tone }), ...(chosen.success ? { length: chosen.data } : {}) };
}
