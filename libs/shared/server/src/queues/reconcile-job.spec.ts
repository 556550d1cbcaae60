import { describe, expect, it } from '@jest/globals';
import type { Action } from '@coverwright/contracts';
import type { NodeState } from './job-queue.ts';
import { chooseRepair } from './reconcile-job.ts';

type Row = [Action, { research?: NodeState; write?: NodeState }, string];

describe('chooseRepair', () => {
  it.each<Row>([
    ['research_then_write', { research: 'active', write: 'waiting-children' }, 'nothing'],
    ['research_then_write', { research: 'completed', write: 'waiting' }, 'nothing'],
    ['research_then_write', { research: 'completed', write: 'active' }, 'nothing'],
    ['research_then_write', { research: 'delayed', write: 'waiting-children' }, 'nothing'],
    ['research_then_write', { research: 'unknown', write: 'unknown' }, 'enqueue'],
    ['research_then_write', { research: 'completed', write: 'unknown' }, 'renew'],
    ['research_then_write', { research: 'unknown', write: 'waiting-children' }, 'renew'],
    ['research_then_write', { research: 'unknown', write: 'active' }, 'nothing'],
    ['research_then_write', { research: 'completed', write: 'completed' }, 'renew'],
    ['research_then_write', { research: 'failed', write: 'waiting-children' }, 'fail'],
    ['research_then_write', { research: 'completed', write: 'failed' }, 'fail'],
    ['research_only', { research: 'unknown' }, 'enqueue'],
    ['research_only', { research: 'completed' }, 'renew'],
    ['write_only', { write: 'delayed' }, 'nothing'],
    ['write_only', { write: 'failed' }, 'fail'],
  ])('%s with %j: %s', (action, view, expected) => {
    expect(chooseRepair(action, view, 5000).do).toBe(expected);
  });

  it('promotes a step that has been put aside for longer than anybody asks for', () => {
    const view = { research: 'delayed', write: 'waiting-children' } as const;
    expect(chooseRepair('research_then_write', view, 29_000)).toEqual({ do: 'nothing' });
    expect(chooseRepair('research_then_write', view, 31_000)).toEqual({ do: 'promote', kind: 'research' });
  });
});
