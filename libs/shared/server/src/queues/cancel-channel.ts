import type { Redis } from 'ioredis';
import { connectFailFast, connectPatient, keyPrefix } from './redis.ts';

const channel = `${keyPrefix}:cancel`;

/** Tells every worker that a run was cancelled; each process knows only its own runs. A hint: workers look at the row as well. */
export class CancelChannel {
  private readonly publisher: Redis;
  private readonly subscriber: Redis;
  private readonly listeners = new Set<(jobId: string) => void>();

  constructor(redisUrl: string) {
    this.publisher = connectFailFast(redisUrl);
    this.subscriber = connectPatient(redisUrl);
    this.subscriber.on('message', (_channel, jobId) => this.listeners.forEach((listener) => listener(jobId)));
    this.subscriber.subscribe(channel).catch(() => undefined);
  }

  /** Fails when Redis is away; the workers then find out from the row. */
  async announce(jobId: string): Promise<void> {
    await this.publisher.publish(channel, jobId);
  }

  onCancel(listener: (jobId: string) => void): void {
    this.listeners.add(listener);
  }

  close(): void {
    this.publisher.disconnect();
    this.subscriber.disconnect();
  }
}
