import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { connected, connectFailFast, type ProductRedis } from '../queues/redis.ts';

/** Who asks: a person waits for the chat, so it goes first. */
export type ModelPurpose = 'chat' | 'letter';

export interface ModelLeaseOptions {
  redisUrl: string;
  /** Calls at once over all services: `LLM_PARALLEL`. */
  slots: number;
  /** How long the slot, or the place in the line, of a process that died stays taken, in milliseconds. */
  expiresAfterMs?: number;
}

/** Chat before letters, and who came first before who came later. */
const rank = { chat: 0, letter: 1e15 } satisfies Record<ModelPurpose, number>;
/** How often somebody in the line looks whether it is his turn, and who holds a slot whether he is to give way, in milliseconds. */
const lookEveryMs = { chat: 25, letter: 100, holder: 50 } satisfies Record<ModelPurpose | 'holder', number>;

/*
 * Times are Redis's own, so that processes on several machines agree. Who is in the line keeps his place by looking again; who is not seen
 * for a while has died and is taken out.
 */
const nowInMs = `local t = redis.call('TIME'); local now = t[1] * 1000 + math.floor(t[2] / 1000)`;
const takeScript = `${nowInMs}
local id, slots, expiry, rank = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
for _, gone in ipairs(redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', now)) do redis.call('ZREM', KEYS[2], gone) end
redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', now)
if not redis.call('ZSCORE', KEYS[2], id) then redis.call('ZADD', KEYS[2], rank + now, id) end
redis.call('ZADD', KEYS[3], now + expiry, id)
local place = redis.call('ZRANK', KEYS[2], id)
if place >= slots - redis.call('ZCARD', KEYS[1]) then return 0 end
redis.call('ZREM', KEYS[2], id); redis.call('ZREM', KEYS[3], id)
redis.call('ZADD', KEYS[1], now + expiry, id)
return 1`;
/* Only as many give way as there are chats without a slot, and who does gives up his slot in the same step. */
const giveWayScript = `${nowInMs}
local id, slots = ARGV[1], tonumber(ARGV[2])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now)
for _, gone in ipairs(redis.call('ZRANGEBYSCORE', KEYS[3], '-inf', now)) do redis.call('ZREM', KEYS[2], gone) end
redis.call('ZREMRANGEBYSCORE', KEYS[3], '-inf', now)
local chats = redis.call('ZCOUNT', KEYS[2], '-inf', '(' .. ARGV[3])
if chats <= slots - redis.call('ZCARD', KEYS[1]) then return 0 end
return redis.call('ZREM', KEYS[1], id)`;
/* A call that goes on holds its slot whatever Redis has forgotten of it: the model server works on it all the same. */
const renewScript = `${nowInMs}
redis.call('ZADD', KEYS[1], now + tonumber(ARGV[2]), ARGV[1])
return 1`;

/** A call that ends early when a chat waits and every slot is taken. */
export interface GivingWay {
  /** Whether it would, as it stands; asked again and again. */
  mayNow: () => boolean;
  /** Ends the call. Its slot is gone already. */
  end: () => void;
}

/**
 * Shares the slots of the model server between the calls of all services, chat first. A hint for order, not a lock: while Redis is away
 * calls go on without it, and the model server queues them itself.
 */
export class ModelLease {
  private readonly leaving = new Set<Promise<unknown>>();
  private readonly keys: { holders: string; line: string; seen: string };

  /** The connection is the lease's own from here on. */
  constructor(
    private readonly redis: ProductRedis,
    private readonly slots: number,
    private readonly expiresAfterMs = 6000,
  ) {
    this.keys = { holders: redis.key('model', 'holders'), line: redis.key('model', 'line'), seen: redis.key('model', 'seen') };
  }

  static async connect({ redisUrl, slots, expiresAfterMs }: ModelLeaseOptions): Promise<ModelLease> {
    return new ModelLease(await connected(connectFailFast(redisUrl)), slots, expiresAfterMs);
  }

  /** Runs one call when it is its turn. Rejects with the signal's reason when that comes first. */
  async run<T>(purpose: ModelPurpose, signal: AbortSignal, call: () => Promise<T>, givingWay?: GivingWay): Promise<T> {
    const id = randomUUID();
    let renewal: NodeJS.Timeout | undefined;
    let looking: NodeJS.Timeout | undefined;
    const stopClocks = () => {
      clearInterval(renewal);
      clearInterval(looking);
    };
    const look = async ({ mayNow, end }: GivingWay) => {
      if (!mayNow() || !(await this.givesWay(id))) return;
      stopClocks();
      end();
    };
    try {
      await this.take(id, purpose, signal);
      renewal = setInterval(() => void this.renew(id), this.expiresAfterMs / 3).unref();
      if (givingWay) looking = setInterval(() => void look(givingWay), lookEveryMs.holder).unref();
      return await call();
    } finally {
      stopClocks();
      this.leave(id);
    }
  }

  /** Runs a call that nobody waits for: only when a slot is free at once, and not on when somebody else wants it, or Redis is away. */
  async runUntilWanted(signal: AbortSignal, call: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const wanted = new AbortController();
    const both = AbortSignal.any([signal, wanted.signal]);
    const look = async () => {
      const waiting = await this.redis.zcard(this.keys.line).catch(() => 1);
      if (waiting > 0) wanted.abort(new Error('The model is wanted for something else.'));
    };
    const looking = setInterval(() => void look(), lookEveryMs.chat).unref();
    try {
      await this.run('letter', both, () => call(both));
    } finally {
      clearInterval(looking);
    }
  }

  /** Gives back what is held, as far as Redis is there, and closes the connection. */
  async close(): Promise<void> {
    await Promise.all(this.leaving);
    // ioredis waits two seconds for a connection to end that has ended already, and keeps the process up for it.
    if (this.redis.status !== 'end') this.redis.disconnect();
  }

  private async take(id: string, purpose: ModelPurpose, signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      if ((await orAborted(this.look(id, purpose), signal)) !== 'wait') return;
      await pause(lookEveryMs[purpose], undefined, { signal }).catch(() => signal.throwIfAborted());
    }
  }

  private async look(id: string, purpose: ModelPurpose): Promise<'taken' | 'wait' | 'go without'> {
    const keys = [this.keys.holders, this.keys.line, this.keys.seen];
    try {
      const taken = await this.redis.eval(takeScript, keys.length, ...keys, id, this.slots, this.expiresAfterMs, rank[purpose]);
      return taken === 1 ? 'taken' : 'wait';
    } catch {
      return 'go without';
    }
  }

  private async givesWay(id: string): Promise<boolean> {
    const keys = [this.keys.holders, this.keys.line, this.keys.seen];
    return (await this.redis.eval(giveWayScript, keys.length, ...keys, id, this.slots, rank.letter).catch(() => 0)) === 1;
  }

  private async renew(id: string): Promise<void> {
    await this.redis.eval(renewScript, 1, this.keys.holders, id, this.expiresAfterMs).catch(() => undefined);
  }

  /** Not waited for: on one connection commands keep their order, and what cannot be given back now expires. */
  private leave(id: string): void {
    const left = this.redis
      .multi()
      .zrem(this.keys.holders, id)
      .zrem(this.keys.line, id)
      .zrem(this.keys.seen, id)
      .exec()
      .catch(() => undefined)
      .finally(() => this.leaving.delete(left));
    this.leaving.add(left);
  }
}

/** A Redis that hangs must not keep a caller who has given up. */
async function orAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = Promise.withResolvers<never>();
  const onAbort = () => aborted.reject(signal.reason as Error);
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    return await Promise.race([answer, aborted.promise]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
