import type { Connection } from './open-event-stream.ts';

/** How long to wait before the state is read over REST again, in milliseconds; false: not at all. */
export function pollPause(connection: Connection, active: boolean): number | false {
  if (connection === 'lost') return 2000;
  if (!active) return false;
  // While a run is active a silent stream is checked now and then: a half-open line looks like a quiet one.
  return connection === 'asleep' ? 5000 : 20_000;
}
