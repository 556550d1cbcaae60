import { connected, connectFailFast, type ProductRedis } from '../queues/redis.ts';

export const answerMemoKey = (redis: ProductRedis, jobId: string): string => redis.key('answers', jobId);

/** As long as the queue keeps its jobs: a run that is taken up again later asks anew. */
const keptSeconds = 24 * 60 * 60;

/**
 * Answers that a run has paid for with minutes of a slow model, kept until it ends well: begun again after a crash, or retried, it goes on
 * after the last of them. A convenience on top of the protocol: what Redis has lost is asked again.
 */
export class AnswerMemo {
  private constructor(private readonly redis: ProductRedis) {}

  static async connect(redisUrl: string): Promise<AnswerMemo> {
    return new AnswerMemo(await connected(connectFailFast(redisUrl)));
  }

  async recall(jobId: string, question: string): Promise<string | null> {
    return this.redis.hget(answerMemoKey(this.redis, jobId), question).catch(() => null);
  }

  async keep(jobId: string, question: string, answer: string): Promise<void> {
    const key = answerMemoKey(this.redis, jobId);
    await this.redis
      .multi()
      .hset(key, question, answer)
      .expire(key, keptSeconds)
      .exec()
      .catch(() => undefined);
  }

  async forget(jobId: string): Promise<void> {
    await this.redis.del(answerMemoKey(this.redis, jobId)).catch(() => undefined);
  }

  close(): void {
    this.redis.disconnect();
  }
}
