import { StubError } from './stub-types.ts';

/** The parallel answers of the server and the line in front of them. */
export class Slots {
  private free: number;
  private readonly queue: number;
  private readonly waiting: (() => void)[] = [];

  constructor(slots: number, queue: number) {
    this.free = slots;
    this.queue = queue;
  }

  /** Resolves to the function that gives the slot back; rejects with the signal's reason when the caller leaves the line. */
  async take(signal: AbortSignal): Promise<() => void> {
    if (this.free > 0) this.free--;
    else await this.wait(signal);
    return () => this.release();
  }

  private wait(signal: AbortSignal): Promise<void> {
    if (this.waiting.length >= this.queue) throw new StubError(503, 'server busy, please try again.  maximum pending requests exceeded');
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.waiting.splice(this.waiting.indexOf(enter), 1);
        reject(signal.reason as Error);
      };
      const enter = () => {
        signal.removeEventListener('abort', leave);
        resolve();
      };
      this.waiting.push(enter);
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  private release(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free++;
  }
}
