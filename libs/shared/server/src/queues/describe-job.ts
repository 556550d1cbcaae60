import { isTerminal, type StepKind, type Orchestration } from '@coverwright/contracts';
import type { BackgroundJobEntity } from '../database/entities/background-job.entity.ts';
import { kindsOf } from '../database/repositories/job-rules.ts';
import type { QueueView } from './job-queue.ts';

/** What a person sees of a run: the row says how it stands, the queue adds why it does not move. */
export function describeJob(row: BackgroundJobEntity, queue: QueueView): Orchestration {
  return {
    job_id: row.id,
    application_id: row.application_id,
    action: row.action,
    status: row.status,
    stage: row.stage,
    progress: isTerminal(row.status) ? row.progress : { ...row.progress, message: waitingFor(row, queue) ?? row.progress.message },
    result: row.result,
    error: row.error,
    sources: row.sources,
    attempts: row.attempts,
    created_at: row.created_at,
    started_at: row.started_at,
    finished_at: row.finished_at,
  };
}

function waitingFor(row: BackgroundJobEntity, queue: QueueView): string | null {
  if (queue === 'unreachable') return 'Waiting for the queue (Redis) to come back; the run goes on by itself';
  const kind = currentStep(row);
  switch (queue[kind]) {
    case 'delayed':
      return `${row.progress.message} (waiting a moment before another try)`;
    case 'waiting':
    case 'prioritized':
      return row.status === 'running' ? `${row.progress.message} (waiting for a free ${worker(kind)})` : null;
    default:
      return null;
  }
}

function currentStep(row: BackgroundJobEntity): StepKind {
  const [first, last] = kindsOf(row.action);
  return last !== undefined && row.research !== null ? last : (first ?? 'write');
}

const worker = (kind: StepKind) => (kind === 'research' ? 'researcher' : 'writer');
