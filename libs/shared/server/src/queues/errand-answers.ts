import type { JobError } from '@coverwright/contracts';
import { connectPatient, type ProductRedis } from './redis.ts';

/** What became of an errand, as it travels to the asker. */
export type ErrandAnswer = { result: unknown } | { error: JobError };

const keptSeconds = 60;
const answerKey = (redis: ProductRedis, id: string) => redis.key('errand', id);

/**
 * Lays the answer down for its asker, who takes it away by reading it; what nobody reads is gone after a minute. A job's own return value
 * would stay behind in the event stream of its queue, and answers carry prose.
 */
export async function deliverAnswer(redis: ProductRedis, id: string, answer: ErrandAnswer): Promise<void> {
  const key = answerKey(redis, id);
  await redis.multi().rpush(key, JSON.stringify(answer)).expire(key, keptSeconds).exec();
}

/** The answer, or null when none came within `waitMs`. Survives a Redis that goes away and comes back meanwhile. */
export async function takeAnswer(redisUrl: string, id: string, waitMs: number, signal: AbortSignal): Promise<ErrandAnswer | null> {
  // A command that blocks needs a connection of its own.
  const redis = connectPatient(redisUrl);
  const end = Promise.withResolvers<null>();
  const timer = setTimeout(() => end.resolve(null), waitMs);
  const abort = () => end.reject(signal.reason);
  if (signal.aborted) abort();
  else signal.addEventListener('abort', abort, { once: true });
  const answered = redis.blpop(answerKey(redis, id), Math.ceil(waitMs / 1000));
  // Closing the connection breaks off a wait that nobody looks at any more.
  answered.catch(() => undefined);
  try {
    const popped = await Promise.race([answered, end.promise]);
    return popped === null ? null : (JSON.parse(popped[1]) as ErrandAnswer);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
    redis.disconnect();
  }
}
