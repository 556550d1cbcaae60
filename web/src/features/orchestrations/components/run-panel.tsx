import type { Orchestration } from '@coverwright/contracts';
import { Button } from '../../../components/button.tsx';
import { Panel } from '../../../components/panel.tsx';
import { Notice, ProblemNotice } from '../../../components/problem-notice.tsx';
import { Since } from '../../../components/since.tsx';
import { isActive } from '../../live/live-application.ts';
import { useCancelRun } from '../api/cancel-run.ts';
import { useRetryRun } from '../api/retry-run.ts';
import { describeRun } from '../describe-run.ts';
import { ProgressBar } from './progress-bar.tsx';
import { RunSources } from './run-sources.tsx';

export function RunPanel({ applicationId, run }: { applicationId: string; run: Orchestration | undefined }) {
  const cancel = useCancelRun(applicationId);
  const retry = useRetryRun(applicationId);
  const active = isActive(run);
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
        <p role={active ? undefined : 'status'} aria-live="polite">
          {run ? describeRun(run) : 'Nothing has been run yet.'}
        </p>
        {canRetry && run.error && <Notice title={run.error.message} detail={run.error.hint} />}
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
        <ProblemNotice error={active ? cancel.error : retry.error} />
        {run && <RunSources run={run} />}
      </div>
    </Panel>
  );
}
