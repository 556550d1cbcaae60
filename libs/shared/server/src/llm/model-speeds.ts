import type { ProductRedis } from '../queues/redis.ts';

/** How fast each model wrote last, in tokens a second, as any service measured it on a real call. A figure for people: lost without harm. */
export class ModelSpeeds {
  private readonly key: string;

  constructor(private readonly redis: ProductRedis) {
    this.key = redis.key('model', 'speeds');
  }

  note(generator: string, tokensPerSecond: number): void {
    this.redis.hset(this.key, generator, Math.round(tokensPerSecond * 10) / 10).catch(() => undefined);
  }

  /** Null when it was never measured, or Redis is away. */
  async read(generator: string): Promise<number | null> {
    const value = await this.redis.hget(this.key, generator).catch(() => null);
    return value === null ? null : Number(value);
  }
}
