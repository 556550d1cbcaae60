export interface Visit {
  how: 'guarded' | 'plain';
  url: string;
  host: string;
  deadlineMs: number;
}

export interface Visited {
  /** `stopped`: only by the deadline that was set from outside; `died`: the process that read did. */
  ended: 'read' | 'refused' | 'stopped' | 'died';
  ms: number;
  /** The most the process has had so far. */
  rssMb: number;
}

/** As in production, with less patience. */
export const limits = { deadlineMs: 2000, idleMs: 1000 };
