import { suggestedStatuses } from '@coverwright/contracts';

/** Colours of the dots that statuses carry; a status of one's own has a plain one. */
const dots: Record<(typeof suggestedStatuses)[number], string> = {
  saved: 'bg-line-strong',
  applied: 'bg-info',
  interviewing: 'bg-warn',
  offer: 'bg-accent',
  rejected: 'bg-bad',
  ghosted: 'bg-ink-soft',
  withdrawn: 'bg-line-strong',
};

export const dotOf = (status: string): string => (dots as Record<string, string>)[status] ?? 'bg-line-strong';

/** Suggested statuses first, in the order of an application's life, then those of the person's own. */
export const orderStatuses = (inUse: readonly string[]): string[] => [...new Set<string>([...suggestedStatuses, ...inUse])];
