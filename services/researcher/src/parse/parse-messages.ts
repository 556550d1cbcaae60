/** What a service, the helper it starts and the thread in that say to each other. */
export interface Asked {
  task: string;
  args: unknown[];
}

export type Answer =
  | { outcome: 'done'; value: unknown }
  /** The page is at fault; the reason is for the person. */
  | { outcome: 'refused'; reason: string }
  /** Our code is at fault, or so it seems; for the log. */
  | { outcome: 'broken'; trace: string }
  /** No page is at fault: there is no thread to work on it. */
  | { outcome: 'unusable'; trace: string };

export interface ThreadLimits {
  /** Heap of the thread. */
  memoryMb: number;
  /** Milliseconds for one task. */
  taskMs: number;
}

/** Errors lose most of themselves between threads and processes, and their class anyway: their trace is text. */
export function traceOf(error: unknown): string {
  const stack = typeof error === 'object' && error !== null && 'stack' in error ? error.stack : null;
  return typeof stack === 'string' ? stack : String(error);
}

export const OUT_OF_MEMORY = 'The page needs too much memory to read.';
