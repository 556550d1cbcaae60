import { describe, expect, it } from '@jest/globals';
import type { BackgroundJob } from '../database/repositories/job.repository.ts';
import { newJob } from '../database/repositories/job-row.ts';
import { describeJob } from './describe-job.ts';
import type { QueueView } from './job-queue.ts';

const row = (fields: Partial<BackgroundJob> = {}): BackgroundJob => ({
  ...newJob('0f0e4a5c-0000-7000-8000-000000000001', { action: 'research_then_write' }, { idempotencyKey: null, origin: 'api' }),
  ...fields,
});
const researching = { status: 'running', stage: 'researching', progress: { percent: 20, message: 'Read About us' } } as const;

describe('describeJob', () => {
  it.each<[string, BackgroundJob, QueueView, string, string]>([
    ['a new run', row(), { research: 'waiting', write: 'waiting-children' }, 'pending', 'Waiting for the researcher'],
    [
      'a new run while Redis is away',
      row(),
      'unreachable',
      'pending',
      'Waiting for the queue (Redis) to come back; the run goes on by itself',
    ],
    ['a run at work', row(researching), { research: 'active', write: 'waiting-children' }, 'running', 'Read About us'],
    [
      'a step before another try',
      row(researching),
      { research: 'delayed' },
      'running',
      'Read About us (waiting a moment before another try)',
    ],
    [
      'a letter that waits for a writer',
      row({ ...researching, research: { notes_added: 1, notes_total: 1 } }),
      { research: 'completed', write: 'waiting' },
      'running',
      'Read About us (waiting for a free writer)',
    ],
    [
      'an ended run',
      row({ status: 'cancelled', stage: 'done', progress: { percent: 100, message: 'Cancelled' } }),
      'unreachable',
      'cancelled',
      'Cancelled',
    ],
  ])('says of %s what the person needs to know', (_, job, queue, status, message) => {
    expect(describeJob(job, queue)).toMatchObject({ status, progress: { message } });
  });
});
