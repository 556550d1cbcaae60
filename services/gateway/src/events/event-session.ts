import { AppError, type StreamedEvent } from '@coverwright/server';
import type { EventFeed } from './event-feed.ts';
import type { SseResponse } from './sse-response.ts';

export interface SessionOptions {
  applicationId: string;
  lastEventId: string | null;
  /** Which events of the application this reader wants. */
  wants: (event: StreamedEvent) => boolean;
  snapshot: () => Promise<{ id: string; data: unknown }>;
  /** A short text that changes whenever the database does; compared to find out that events were lost. */
  fingerprint: () => Promise<string>;
}

const pollEveryMs = 500;

/**
 * One reader of one stream: what was missed or a snapshot first, then live events. Events are a hint that can be lost (a restarted Redis,
 * a broken connection), so the database is looked at beside them; when it has moved and no event came, a new snapshot is sent.
 */
export class EventSession {
  private lastId = '0-0';
  /** Events that arrive while a snapshot is being made. */
  private waiting: StreamedEvent[] | null = [];
  private known = '';
  private heardOfChange = false;
  private looksUnheard = 0;

  constructor(
    private readonly feed: EventFeed,
    private readonly out: SseResponse,
    private readonly options: SessionOptions,
  ) {}

  async run(): Promise<void> {
    const stop = this.feed.watch(this.options.applicationId, (event) => this.receive(event));
    const poll = setInterval(() => void this.poll(), pollEveryMs);
    this.out.onClose(() => {
      stop();
      clearInterval(poll);
    });
    const missed = this.options.lastEventId === null ? null : await this.feed.since(this.options.applicationId, this.options.lastEventId);
    this.known = await this.options.fingerprint();
    if (missed === null) await this.sendSnapshot();
    else {
      this.lastId = this.options.lastEventId ?? this.lastId;
      missed.forEach((event) => this.pass(event));
    }
    this.release();
  }

  private receive(event: StreamedEvent): void {
    if (this.waiting !== null) this.waiting.push(event);
    else this.pass(event);
  }

  private pass(event: StreamedEvent): void {
    if (!isAfter(event.id, this.lastId)) return;
    this.lastId = event.id;
    if (!event.type.endsWith('_delta')) this.heardOfChange = true;
    if (this.options.wants(event)) this.out.send(event.type, event.id, event.data);
  }

  private async sendSnapshot(): Promise<void> {
    const { id, data } = await this.options.snapshot();
    this.lastId = id;
    this.out.send('snapshot', id, JSON.stringify(data));
  }

  private release(): void {
    const waited = this.waiting ?? [];
    this.waiting = null;
    waited.forEach((event) => this.pass(event));
  }

  private async poll(): Promise<void> {
    if (this.waiting !== null || this.out.closed) return;
    try {
      if (await this.missedSomething()) {
        this.waiting = [];
        await this.sendSnapshot();
      }
    } catch (error) {
      // A deleted application has nothing more to say; a busy database is asked again.
      if (error instanceof AppError && error.code === 'NOT_FOUND') this.out.end();
    } finally {
      this.release();
    }
  }

  /** True when the database moved and its event has not come by the second look. */
  private async missedSomething(): Promise<boolean> {
    const now = await this.options.fingerprint();
    const missed = now !== this.known && !this.heardOfChange;
    this.looksUnheard = missed ? this.looksUnheard + 1 : 0;
    this.heardOfChange = false;
    if (missed && this.looksUnheard < 2) return false;
    this.known = now;
    return missed;
  }
}

function isAfter(id: string, other: string): boolean {
  const [time = 0, count = 0] = id.split('-').map(Number);
  const [otherTime = 0, otherCount = 0] = other.split('-').map(Number);
  return time > otherTime || (time === otherTime && count > otherCount);
}
