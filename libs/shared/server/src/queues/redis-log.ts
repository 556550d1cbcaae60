import { connected, connectFailFast } from './redis.ts';

/** A burst of deletions is one rewrite. */
const restMs = 1000;

/**
 * The append-only file of Redis, which holds what was deleted until it is written anew. Nobody waits for that: Redis does it in a process of
 * its own, and what cannot be asked now is done by Redis itself when the file has grown.
 */
export class RedisLog {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly redisUrl: string,
    private readonly onLost: (error: unknown) => void,
  ) {}

  /** Asks for it soon. */
  forgetDeleted(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null;
      this.rewrite().catch(this.onLost);
    }, restMs);
  }

  close(): void {
    if (this.timer !== null) clearTimeout(this.timer);
  }

  /** A Redis without such a file would make one, which nobody asked for. */
  private async rewrite(): Promise<void> {
    const redis = connectFailFast(this.redisUrl);
    try {
      await connected(redis);
      if (/^aof_enabled:1/m.test(await redis.info('persistence'))) await redis.bgrewriteaof();
    } finally {
      redis.disconnect();
    }
  }
}
