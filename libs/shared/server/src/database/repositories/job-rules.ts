import { isDeepStrictEqual } from 'node:util';
import type { Action, StepKind, OrchestrateRequest } from '@coverwright/contracts';
import type { BackgroundJobEntity } from '../entities/background-job.entity.ts';

/** A worker's right to change a run, as long as no newer claim exists. */
export interface Claim {
  job: BackgroundJobEntity;
  kind: StepKind;
  fence: number;
}

/** The run was cancelled, ended or taken over while this worker still had it. Nothing was changed. */
export class FencedOut extends Error {
  constructor() {
    super('This run has ended or was taken over by another worker.');
    this.name = 'FencedOut';
  }
}

/** The steps of an action, in order; each is a node of the flow, the last one its parent. */
export function kindsOf(action: Action): StepKind[] {
  if (action === 'research_only') return ['research'];
  if (action === 'write_only') return ['write'];
  return ['research', 'write'];
}

/** Where `percent` (0–100) of one step lies on the whole run; the ends stay free for waiting and for done. */
export function percentAt(action: Action, kind: StepKind, percent: number): number {
  const [from, to] = action !== 'research_then_write' ? [5, 95] : kind === 'research' ? [5, 50] : [50, 95];
  return Math.round(from + ((to - from) * Math.min(100, Math.max(0, percent))) / 100);
}

/** Whether a second request asks for what the open run already does. */
export function sameRequest(a: OrchestrateRequest, b: OrchestrateRequest): boolean {
  const plain = (request: OrchestrateRequest): unknown => JSON.parse(JSON.stringify(request));
  return isDeepStrictEqual(plain(a), plain(b));
}
