import type { Action, StepKind } from '@coverwright/contracts';
import { kindsOf } from '../database/repositories/job-rules.ts';
import type { NodeState, QueueView } from './job-queue.ts';

/** What to do about an open run that has not moved for a while. */
export type Repair = { do: 'nothing' } | { do: 'enqueue' } | { do: 'renew' } | { do: 'promote' | 'fail'; kind: StepKind };

/** Longer than a job is ever put aside or made to wait before another try. */
const longestDelayMs = 30_000;

/**
 * Holds a run against what the queue knows of it. Lost from the queue: add it again under the same ids. Half lost, or completed there
 * without an end in the row: new ids, because what is left of the old ones would get in the way. Failed there: the row fails too. Put
 * aside for longer than anybody asks for: the clock was set back since, and the job is due. `stillMs` is since when the row has not moved.
 */
export function chooseRepair(action: Action, view: Exclude<QueueView, 'unreachable'>, stillMs: number): Repair {
  const kinds = kindsOf(action);
  const states = kinds.map((kind): NodeState => view[kind] ?? 'unknown');
  const root = states.at(-1);
  const failed = kinds.find((_, index) => states[index] === 'failed');
  if (failed !== undefined) return { do: 'fail', kind: failed };
  const delayed = kinds.find((_, index) => states[index] === 'delayed');
  if (delayed !== undefined && stillMs > longestDelayMs) return { do: 'promote', kind: delayed };
  if (states.every((state) => state === 'unknown')) return { do: 'enqueue' };
  if (root === 'unknown' || root === 'completed') return { do: 'renew' };
  if (root === 'waiting-children' && states[0] === 'unknown') return { do: 'renew' };
  return { do: 'nothing' };
}
