/** Passes on the latest of many values, at once and then at most every `everyMs`; one at a time, in order. Errors surface in `flush`. */
export class Throttle<T> {
  private pending: { value: T } | null = null;
  private running: Promise<void> = Promise.resolve();
  private timer: NodeJS.Timeout | null = null;
  private failure: { error: unknown } | null = null;

  constructor(
    private readonly everyMs: number,
    private readonly pass: (value: T) => Promise<void> | void,
  ) {}

  push(value: T): void {
    this.pending = { value };
    if (this.timer !== null) return;
    this.send();
    this.timer = setTimeout(() => this.tick(), this.everyMs);
  }

  /** Passes on what is waiting and returns when it has arrived. Fails when passing on has failed since the last flush. */
  async flush(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.send();
    await this.running;
    const { failure } = this;
    this.failure = null;
    if (failure !== null) throw failure.error;
  }

  private tick(): void {
    this.timer = null;
    if (this.pending !== null) this.push(this.pending.value);
  }

  private send(): void {
    if (this.pending === null) return;
    const { value } = this.pending;
    this.pending = null;
    this.running = this.running.then(() => this.pass(value)).catch((error: unknown) => void (this.failure = { error }));
  }
}
