import { connectFailFast, connectPatient, type ProductRedis } from './redis.ts';

const channelOf = (redis: ProductRedis) => redis.key('cancel');

/** A run as it was when it was cancelled: a retry that came right after has a newer generation and goes on. */
export interface CancelledRun {
  job_id: string;
  generation: number;
}

/** Tells every worker that a run was cancelled; each process knows only its own runs. A hint: workers look at the row as well. */
export class CancelChannel {
  private readonly publisher: ProductRedis;
  private readonly subscriber: ProductRedis;
  private readonly listeners = new Set<(cancelled: CancelledRun) => void>();

  constructor(redisUrl: string) {
    this.publisher = connectFailFast(redisUrl);
    this.subscriber = connectPatient(redisUrl);
    this.subscriber.on('message', (_channel, text) => {
      const cancelled = JSON.parse(text) as CancelledRun;
      this.listeners.forEach((listener) => listener(cancelled));
    });
    this.subscriber.subscribe(channelOf(this.subscriber)).catch(() => undefined);
  }

  /** Fails when Redis is away; the workers then find out from the row. */
  async announce(cancelled: CancelledRun): Promise<void> {
    await this.publisher.publish(channelOf(this.publisher), JSON.stringify(cancelled));
  }

  onCancel(listener: (cancelled: CancelledRun) => void): void {
    this.listeners.add(listener);
  }

  close(): void {
    this.publisher.disconnect();
    this.subscriber.disconnect();
  }
}
