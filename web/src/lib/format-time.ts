const dayTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

const steps: [limit: number, unit: Intl.RelativeTimeFormatUnit, seconds: number][] = [
  [3600, 'minute', 60],
  [86_400, 'hour', 3600],
  [86_400 * 14, 'day', 86_400],
];

export const formatDateTime = (iso: string): string => dayTime.format(new Date(iso));

export const formatDate = (iso: string): string => day.format(new Date(iso));

/** "5 minutes ago" for the last two weeks, else the day. `now` in milliseconds since 1970. */
export function formatSince(iso: string, now: number): string {
  const seconds = Math.round((now - Date.parse(iso)) / 1000);
  if (seconds < 60) return 'just now';
  for (const [limit, unit, size] of steps) {
    if (seconds < limit) return relative.format(-Math.floor(seconds / size), unit);
  }
  return new Intl.DateTimeFormat('en', { dateStyle: 'medium' }).format(new Date(iso));
}
