import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { connectFailFast, connectPatient, keyPrefix, SETTINGS, type Settings } from '@coverwright/server';

const channel = `${keyPrefix}:reply-stops`;

/** Carries the wish to stop a reply to the gateway that writes it. */
@Injectable()
export class ReplyStops implements OnApplicationShutdown {
  private readonly publisher: Redis;
  private readonly subscriber: Redis;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.publisher = connectFailFast(settings.redisUrl);
    this.subscriber = connectPatient(settings.redisUrl);
    this.subscriber.subscribe(channel).catch(() => undefined);
  }

  /** Fails when Redis is away. */
  async announce(replyId: string): Promise<void> {
    await this.publisher.publish(channel, replyId);
  }

  onStop(listener: (replyId: string) => void): void {
    this.subscriber.on('message', (_channel, replyId: string) => listener(replyId));
  }

  onApplicationShutdown(): void {
    this.publisher.disconnect();
    this.subscriber.disconnect();
  }
}
