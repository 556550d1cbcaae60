import type { OrchestrateRequest } from '@coverwright/contracts';
import { isTerminal } from '@coverwright/contracts';
import { AppError } from '../../errors/app-error.ts';
import type { BackgroundJobEntity as BackgroundJob } from '../entities/background-job.entity.ts';
import { isoNow, newId } from '../ids.ts';
import { kindsOf } from './job-rules.ts';

/** Whether somebody changed the run after `seen` was read. */
export const movedSince = (seen: BackgroundJob, now: BackgroundJob) =>
  isTerminal(now.status) || now.generation !== seen.generation || now.fence !== seen.fence || now.updated_at !== seen.updated_at;

export const jobActive = (job: BackgroundJob) =>
  new AppError('JOB_ACTIVE', 'Another run is still active for this application.', {
    hint: 'Wait until it has ended, or cancel it.',
    extra: { job_id: job.id },
  });

/** How a row says that its run is over. */
export function ended(status: 'success' | 'failure' | 'cancelled', message: string) {
  const now = isoNow();
  return { status, stage: 'done', progress: { percent: 100, message }, finished_at: now, updated_at: now } satisfies Partial<BackgroundJob>;
}

export function newJob(
  applicationId: string,
  request: OrchestrateRequest,
  options: { idempotencyKey: string | null; origin: 'api' | 'chat' },
): BackgroundJob {
  const now = isoNow();
  return {
    id: newId(),
    application_id: applicationId,
    action: request.action,
    request,
    idempotency_key: options.idempotencyKey,
    origin: options.origin,
    status: 'pending',
    stage: 'queued',
    generation: 1,
    fence: 0,
    attempts: 0,
    progress: { percent: 0, message: `Waiting for ${kindsOf(request.action)[0] === 'research' ? 'the researcher' : 'the writer'}` },
    sources: [],
    research: null,
    result: null,
    error: null,
    announced: options.origin !== 'chat',
    created_at: now,
    started_at: null,
    finished_at: null,
    updated_at: now,
  };
}
