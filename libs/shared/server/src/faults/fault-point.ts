/** The places of the protocol (docs/architecture.md) at which a process may die, in the order a run meets them. */
export const faultPoints = [
  'run-accepted',
  'run-enqueued',
  'step-claimed',
  'note-stored',
  'research-finished',
  'letter-staged',
  'document-inserted',
  'file-published',
  'document-committed',
  'cancel-stored',
  'retry-stored',
] as const;
export type FaultPoint = (typeof faultPoints)[number];

declare global {
  /** Set by the fault harness, which loads its own code into the processes it wants to break; never set by the product. */
  var coverwrightFaultPoint: ((point: FaultPoint) => void) | undefined;
}

/** Marks a place of the protocol. Does nothing unless the fault harness has put its hook in. */
export function faultPoint(point: FaultPoint): void {
  globalThis.coverwrightFaultPoint?.(point);
}
