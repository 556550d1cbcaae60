import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { connectFailFast, connectPatient, SETTINGS, type ProductRedis, type Settings } from '@coverwright/server';

const channelOf = (redis: ProductRedis) => redis.key('reply-stops');

/** Carries the wish to stop a reply to the gateway that writes it. */
@Injectable()
export class ReplyStops implements OnApplicationShutdown {
  private readonly publisher: ProductRedis;
  private readonly subscriber: ProductRedis;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.publisher = connectFailFast(settings.redisUrl);
    this.subscriber = connectPatient(settings.redisUrl);
    this.subscriber.subscribe(channelOf(this.subscriber)).catch(() => undefined);
  }

  /** Fails when Redis is away. */
  async announce(replyId: string): Promise<void> {
    await this.publisher.publish(channelOf(this.publisher), replyId);
  }

  onStop(listener: (replyId: string) => void): void {
    this.subscriber.on('message', (_channel, replyId: string) => listener(replyId));
  }

  onApplicationShutdown(): void {
    this.publisher.disconnect();
    this.subscriber.disconnect();
  }
}
