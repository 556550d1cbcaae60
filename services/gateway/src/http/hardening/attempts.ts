export interface Allowance {
  /** How many in `perMs`, for one client. */
  most: number;
  perMs: number;
}

/** Clients remembered at once; the one that was new the longest ago is forgotten first. */
const mostClients = 10_000;

interface Count {
  used: number;
  until: number;
}

/** Counts what clients do in windows of time. @nestjs/throttler does the same for what Nest answers, which static files and Bull Board are not. */
export class Attempts {
  private readonly counts = new Map<string, Count>();

  constructor(
    private readonly allowance: Allowance,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Takes one of a client's attempts: 0 when there was one left, else the milliseconds until there is. */
  take(client: string): number {
    const now = this.now();
    const count = this.current(client, now);
    if (count.used >= this.allowance.most) return count.until - now;
    count.used += 1;
    return 0;
  }

  /** The attempt was none: it counts no longer. */
  giveBack(client: string): void {
    const count = this.counts.get(client);
    if (count !== undefined && count.used > 0) count.used -= 1;
  }

  private current(client: string, now: number): Count {
    const known = this.counts.get(client);
    if (known !== undefined && known.until > now) return known;
    this.counts.delete(client);
    if (this.counts.size >= mostClients) this.forget(now);
    const count = { used: 0, until: now + this.allowance.perMs };
    this.counts.set(client, count);
    return count;
  }

  private forget(now: number): void {
    for (const [client, { until }] of this.counts) if (until <= now) this.counts.delete(client);
    const [oldest] = this.counts.keys();
    if (this.counts.size >= mostClients && oldest !== undefined) this.counts.delete(oldest);
  }
}
