import { describe, expect, it } from '@jest/globals';
import { findEndedRuns } from './find-ended-runs.ts';
import { newRun } from './test-makers.ts';

const ended = newRun({ status: 'success', stage: 'done' });

describe('findEndedRuns', () => {
  it('announces nothing on the first look', () => {
    expect(findEndedRuns(null, [ended]).ended).toEqual([]);
  });

  it('finds a run that ended, also one that was never seen active, once', () => {
    const first = findEndedRuns(null, []);
    const second = findEndedRuns(first.settled, [ended]);
    expect(second.ended).toEqual([ended]);
    expect(findEndedRuns(second.settled, [ended]).ended).toEqual([]);
  });

  it('announces a retried run again', () => {
    const failed = findEndedRuns(null, [newRun({ status: 'failure' })]);
    const running = findEndedRuns(failed.settled, [newRun()]);
    expect(findEndedRuns(running.settled, [ended]).ended).toEqual([ended]);
  });
});
