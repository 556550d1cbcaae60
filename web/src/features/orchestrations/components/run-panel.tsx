import type { JobStage, Orchestration, ResearchNote } from '@coverwright/contracts';
import { useEffect, useRef } from 'react';
import { Button } from '../../../components/button.tsx';
import { Panel } from '../../../components/panel.tsx';
import { Notice, ProblemNotice } from '../../../components/problem-notice.tsx';
import { Since } from '../../../components/since.tsx';
import { isActive } from '../../live/live-application.ts';
import { useCancelRun } from '../api/cancel-run.ts';
import { useRetryRun } from '../api/retry-run.ts';
import { describeRun } from '../describe-run.ts';
import { describeNothingRead } from '../describe-sources.ts';
import { NotifyChoice } from './notify-choice.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { RunTimeline } from './run-timeline.tsx';

interface RunPanelProps {
  applicationId: string;
  run: Orchestration | undefined;
  notes: readonly ResearchNote[];
  /** The text that is being written right now. */
  draft: string | undefined;
}

/** Where a run was last seen at work; when it is over it no longer says so. */
function useLastStage(run: Orchestration | undefined): JobStage | undefined {
  const seen = useRef<{ jobId: string; stage: JobStage } | null>(null);
  useEffect(() => {
    if (isActive(run)) seen.current = { jobId: run.job_id, stage: run.stage };
  }, [run]);
  return run && seen.current?.jobId === run.job_id ? seen.current.stage : undefined;
}

export function RunPanel({ applicationId, run, notes, draft }: RunPanelProps) {
  const cancel = useCancelRun(applicationId);
  const retry = useRetryRun(applicationId);
  const lastStage = useLastStage(run);
  const active = isActive(run);
  const nothingRead = run ? describeNothingRead(run) : null;
  const canRetry = run?.status === 'failure' || run?.status === 'cancelled';

  return (
    <Panel
      title="Run"
      aside={
        run && (
          <span className="text-sm text-ink-soft">
            <Since time={run.created_at} />
          </span>
        )
      }
    >
      <div className="space-y-4">
        {active && <ProgressBar percent={run.progress.percent} text={describeRun(run)} />}
        {/* While the bar shows, it carries the state; afterwards this line does. It stays in place so that changes are spoken. */}
        <p role={active ? undefined : 'status'} aria-live="polite" className={run ? '' : 'text-ink-soft'}>
          {run ? describeRun(run) : 'Nothing has been run yet. The steps show here as they happen.'}
        </p>
        {/* Not among the steps, which fold up: a letter without research has to be seen as one. */}
        {nothingRead && <p className="rounded-md bg-warn-soft px-3 py-2 text-sm font-medium text-warn">{nothingRead}</p>}
        {canRetry && run.error && <Notice title={run.error.message} detail={run.error.hint} />}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 empty:hidden">
          {active && (
            <Button inactive={cancel.isPending} onClick={() => cancel.mutate(run.job_id)}>
              Cancel
            </Button>
          )}
          {canRetry && (
            <Button inactive={retry.isPending} onClick={() => retry.mutate(run.job_id)}>
              Retry
            </Button>
          )}
          {active && <NotifyChoice />}
        </div>
        <ProblemNotice error={active ? cancel.error : retry.error} />
        {run && (
          // Keyed, so that it folds up by itself when the run is over, and stays as it was put otherwise.
          <details key={`${run.job_id} ${run.status === 'success'}`} open={run.status !== 'success'} className="group">
            <summary className="w-fit text-sm font-medium text-accent">
              {run.status === 'success' ? 'What was done' : 'Step by step'}
            </summary>
            <div className="mt-3">
              <RunTimeline run={run} notes={notes} draft={draft} lastStage={lastStage} />
            </div>
          </details>
        )}
      </div>
    </Panel>
  );
}
