/** Milliseconds that a Retry-After header asks for, given in seconds or as a date; null when it says nothing that can be understood. */
export function parseRetryAfter(header: string, now = Date.now()): number | null {
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1000;
  // Dates are written with a day and letters; Date.parse alone would also take "-5" or "2".
  const date = /^[a-z]{3}/i.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
