import { formatDateTime, formatSince } from '../lib/format-time.ts';

export function Since({ time }: { time: string }) {
  return (
    <time dateTime={time} title={formatDateTime(time)}>
      {formatSince(time, Date.now())}
    </time>
  );
}
