import { z } from 'zod';

/** Text that both databases and a UTF-8 file can hold unchanged: no NUL, no lone surrogate. */
const storable = (value: string) => !value.includes('\u0000') && value.isWellFormed();

/** Free text, kept exactly as sent. `max` is in UTF-16 units. */
export const freeText = (max: number) =>
  z.string().max(max).refine(storable, { error: 'must not contain NUL or unpaired surrogate characters' });

/** Free text that must show at least one visible character. */
export const visibleText = (max: number) => freeText(max).refine((value) => value.trim() !== '', { error: 'must not be empty' });

/** An absolute http(s) address, kept exactly as sent. */
export const webUrl = () =>
  freeText(2000).refine((value) => /^https?:\/\//i.test(value) && URL.canParse(value), {
    error: 'must be a full http:// or https:// address',
  });

export const isoTime = () => z.iso.datetime({ precision: 3 });
