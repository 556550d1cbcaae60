export interface WorkLimits {
  /** Megabytes that the process may grow by. Counts buffers too, which lie outside every heap: an unpacked stream is one. */
  growthMb: number;
  deadlineMs: number;
}

/** What work comes to: its value, or why the input is at fault. */
export type WorkAnswer<T> = { value: T } | { fault: WorkFault };

/** Why an input cannot be worked on, for the person. `code` is one of the table in the contracts; an instance would not survive the border. */
export interface WorkFault {
  code: string;
  message: string;
  hint: string;
}

export type EndReason = 'time' | 'memory' | 'crash' | 'shutdown';

/** The work was ended: it took too long or too much memory, or died of it. */
export class WorkEnded extends Error {
  readonly reason: EndReason;
  readonly detail: string;

  /** `detail` is a code or a name, never a message: the message of a parser can quote what it choked on, which is a person's own. */
  constructor(reason: EndReason, detail = '') {
    super(`The work was ended: ${reason}${detail === '' ? '' : ` (${detail})`}.`);
    this.reason = reason;
    this.detail = detail;
  }
}

/** What the host process is told, and what it says. */
export interface WorkOrder {
  script: string;
  input: unknown;
  limits: WorkLimits;
}
export type WorkReport = { answer: WorkAnswer<unknown> } | { ended: EndReason; detail: string };

/** A script beside the file that names it, in the sources as in what is built of them. */
export const scriptBeside = (name: string, besides: string): URL => new URL(`./${name}${besides.endsWith('.ts') ? '.ts' : '.js'}`, besides);
