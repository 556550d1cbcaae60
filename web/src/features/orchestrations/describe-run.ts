import { isTerminal, type JobStage, type Orchestration } from '@coverwright/contracts';

const stageWords: Record<JobStage, string> = {
  queued: 'Waiting in the queue',
  researching: 'Researching',
  writing: 'Writing',
  done: 'Finishing',
};

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

function describeSuccess({ result }: Orchestration): string {
  if (result === null) return 'Done.';
  if ('version' in result)
    return `Done. Version ${result.version} of the letter is ready; it uses ${result.notes_used === 0 ? 'no research' : plural(result.notes_used, 'research note')}.`;
  return `Done. ${plural(result.notes_added, 'research note')} added, ${result.notes_total} in all.`;
}

/** The run in one line: stage, what it does, how many pages. */
export function describeRun(run: Orchestration): string {
  if (run.status === 'success') return describeSuccess(run);
  if (run.status === 'failure') return 'The run failed.';
  if (run.status === 'cancelled') return 'The run was cancelled.';
  const { message, pages_done, pages_total } = run.progress;
  const pages = pages_total ? `page ${pages_done ?? 0} of ${pages_total}` : '';
  return [stageWords[run.stage], message, pages].filter((part) => part !== '').join(' · ');
}

/** A few words for the tab: how far an active run is, or how the one that just ended went. */
export function titleOfRun(run: Orchestration | undefined, ended: Orchestration | null): string {
  if (run && !isTerminal(run.status)) return `${Math.round(run.progress.percent)} %`;
  if (!ended) return '';
  if (ended.status === 'failure') return 'Run failed';
  if (ended.status === 'cancelled') return 'Run cancelled';
  return ended.action === 'research_only' ? 'Research done' : 'Letter ready';
}
