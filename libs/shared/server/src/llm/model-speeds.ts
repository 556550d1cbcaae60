import type { Redis } from 'ioredis';
import { keyPrefix } from '../queues/redis.ts';

const speedsKey = `${keyPrefix}:model:speeds`;

/** How fast each model wrote last, in tokens a second, as any service measured it on a real call. A figure for people: lost without harm. */
export class ModelSpeeds {
  constructor(private readonly redis: Redis) {}

  note(generator: string, tokensPerSecond: number): void {
    this.redis.hset(speedsKey, generator, Math.round(tokensPerSecond * 10) / 10).catch(() => undefined);
  }

  /** Null when it was never measured, or Redis is away. */
  async read(generator: string): Promise<number | null> {
    const value = await this.redis.hget(speedsKey, generator).catch(() => null);
    return value === null ? null : Number(value);
  }
}
