import { isTerminal, type Orchestration } from '@coverwright/contracts';

/** The runs that ended since `settled` (ids of runs known to have ended) was taken; null for the first look at a page. */
export function findEndedRuns(
  settled: ReadonlySet<string> | null,
  runs: readonly Orchestration[],
): { settled: Set<string>; ended: Orchestration[] } {
  const terminal = runs.filter((run) => isTerminal(run.status));
  return {
    settled: new Set(terminal.map((run) => run.job_id)),
    ended: settled === null ? [] : terminal.filter((run) => !settled.has(run.job_id)),
  };
}
