/** Runs at once, in every variant: requests in flight on one side, jobs in work on the other. */
export const concurrency = 10;

/** The letter that takes no time to write; about as long as a real one. */
export const letter = `Dear Fernhill Optics team,\n\n${'I designed lenses for ten years and would like to go on doing so with you. '.repeat(18)}\n`;

/** What a bare worker is told by its environment, as JSON in `BENCH_BARE_WORKER`. */
export interface BareWorkerPlan {
  redisUrl: string;
  prefix: string;
  queues: string[];
  /** Where the writes done by hand go; null: the jobs do nothing. */
  byHand: { dataDir: string; contentDir: string } | null;
}
