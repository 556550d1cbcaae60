/** What else was going on while a run waited for a new worker, the rarest first; `plain` is a kill and nothing else. */
export const circumstances = ['frozen', 'database', 'redis', 'killed again', 'plain'] as const;
export type Circumstance = (typeof circumstances)[number];

export interface Disturbance {
  kind: Exclude<Circumstance, 'plain'>;
  /** The runs it was about; without it, all. */
  stage?: string;
  from: number;
  /** Infinity while it lasts. */
  until: number;
}

/** One run whose worker was killed, all times in milliseconds since 1970. */
export interface Recovery {
  jobId: string;
  stage: string;
  /** When the killed worker was first seen to hold it. What befell the queue since then is still in its way. */
  heldSince: number;
  diedAt: number;
  movedAt: number;
}

export function circumstanceOf({ stage, heldSince, diedAt, movedAt }: Recovery, disturbances: readonly Disturbance[]): Circumstance {
  const meets = (disturbance: Disturbance) =>
    (disturbance.stage ?? stage) === stage &&
    disturbance.from <= movedAt &&
    // The death that a recovery is measured from is not one meanwhile.
    disturbance.until > (disturbance.kind === 'redis' ? heldSince : diedAt);
  return circumstances.find((kind) => disturbances.some((disturbance) => disturbance.kind === kind && meets(disturbance))) ?? 'plain';
}

/** `recovery of plain kills p50 6.0 s, p95 7.1 s, worst 7.3 s of 40; … ; all …`. */
export function sayRecoveries(recoveries: readonly Recovery[], disturbances: readonly Disturbance[]): string {
  const by = Map.groupBy(recoveries, (recovery) => circumstanceOf(recovery, disturbances));
  const groups: [string, readonly Recovery[] | undefined][] = [
    ['recovery of plain kills', by.get('plain')],
    ['killed again meanwhile', by.get('killed again')],
    ['Redis killed or flushed', by.get('redis')],
    ['database restarted', by.get('database')],
    ['a process frozen', by.get('frozen')],
    ['all', recoveries],
  ];
  const told = groups.filter(([name, own]) => own !== undefined || name !== 'database restarted');
  return told.map(([name, own = []]) => `${name} ${sayDurations(own.map(({ diedAt, movedAt }) => movedAt - diedAt))}`).join(', ');
}

/** Where to look when recovery is slow: the longest ones, with the time of each kill. */
export function sayLongest(recoveries: readonly Recovery[], disturbances: readonly Disturbance[], count: number): string[] {
  const longest = recoveries.toSorted((a, b) => b.movedAt - b.diedAt - (a.movedAt - a.diedAt)).slice(0, count);
  return longest.map((recovery) => {
    const { jobId, stage, diedAt, movedAt } = recovery;
    const seconds = ((movedAt - diedAt) / 1000).toFixed(1);
    return `slow: ${jobId}, killed while ${stage} at ${new Date(diedAt).toISOString()}, ${seconds} s (${circumstanceOf(recovery, disturbances)})`;
  });
}

function sayDurations(durations: readonly number[]): string {
  if (durations.length === 0) return 'none';
  const sorted = durations.toSorted((a, b) => a - b);
  const at = (share: number) => ((sorted[Math.ceil(share * sorted.length) - 1] ?? 0) / 1000).toFixed(1);
  return `p50 ${at(0.5)} p95 ${at(0.95)} worst ${at(1)} s of ${sorted.length}`;
}
