/**
 * Work that is done again and again beside the requests, one round at a time, until the gateway ends. A round that fails is told of, and the
 * next one tries again.
 */
export class Rounds {
  private timer: NodeJS.Timeout | undefined;
  private latest: Promise<void> = Promise.resolve();
  private isDue = false;
  private hasEnded = false;

  constructor(
    private readonly work: () => Promise<void>,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** The first round begins at once; resolves when it is over. */
  start(everyMs: number): Promise<void> {
    this.timer = setInterval(() => void this.soon(), everyMs);
    return this.soon();
  }

  /** However often it is asked for while a round is under way, one more follows. Resolves when that is over. */
  soon(): Promise<void> {
    if (!this.isDue && !this.hasEnded) {
      this.isDue = true;
      this.latest = this.latest.then(() => this.round());
    }
    return this.latest;
  }

  /** Resolves when the round that is under way is over; no other begins. */
  async end(): Promise<void> {
    this.hasEnded = true;
    clearInterval(this.timer);
    await this.latest;
  }

  private async round(): Promise<void> {
    this.isDue = false;
    if (!this.hasEnded) await this.work().catch(this.onError);
  }
}
