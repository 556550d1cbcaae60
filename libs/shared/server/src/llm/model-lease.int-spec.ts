import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { throwawayRedis } from '@coverwright/testing';
import { ModelLease, type ModelPurpose } from './model-lease.ts';

describe('the slots of the model server', () => {
  let redisUrl: string;
  let redis: Redis;
  let leases: ModelLease[];
  const never = new AbortController().signal;

  beforeEach(async () => {
    redisUrl = await throwawayRedis();
    redis = new Redis(redisUrl);
    // Given up while it is being made, a connection outlives the test.
    await redis.ping();
    leases = [];
  });
  afterEach(async () => {
    await Promise.all(leases.map((lease) => lease.close()));
    redis.disconnect();
  });

  /** A service of its own. */
  const service = async (slots = 1, expiresAfterMs = 6000, url = redisUrl) => {
    const lease = await ModelLease.connect({ redisUrl: url, slots, expiresAfterMs });
    leases.push(lease);
    return lease;
  };
  const begun = async (lease: ModelLease, purpose: ModelPurpose = 'letter') => {
    const [entered, left] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const call = lease.run(purpose, never, () => (entered.resolve(), left.promise));
    await entered.promise;
    return { end: () => (left.resolve(), call) };
  };

  /** Redis tells nobody, so this looks again and again. */
  const until = async (fits: () => Promise<boolean>) => {
    while (!(await fits()));
  };
  const held = async () => (await redis.zcard('{coverwright}:model:holders')) > 0;
  const inLine = (wanted: number) => until(async () => (await redis.zcard('{coverwright}:model:line')) === wanted);
  const holder = () => redis.zrange('{coverwright}:model:holders', 0, 0, 'WITHSCORES');

  it('are never more than there are, over all services', async () => {
    const services = await Promise.all([service(2), service(2), service(2)]);
    let [now, most] = [0, 0];
    const call = async () => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
    };
    await Promise.all(services.flatMap((lease) => Array.from({ length: 4 }, () => lease.run('letter', never, call))));
    expect(most).toBeLessThanOrEqual(2);
  });

  it('go to the chat before the letters that came earlier', async () => {
    const [writer, gateway] = await Promise.all([service(), service()]);
    const first = await begun(writer);
    const order: string[] = [];
    const letter = writer.run('letter', never, async () => void order.push('letter'));
    await inLine(1);
    const chat = gateway.run('chat', never, async () => void order.push('chat'));
    await inLine(2);
    await first.end();
    await Promise.all([letter, chat]);
    expect(order).toEqual(['chat', 'letter']);
  });

  /** A letter's call that ends when it gives way. */
  const givingWay = async (lease: ModelLease, mayNow = () => true) => {
    const [entered, left] = [Promise.withResolvers<void>(), Promise.withResolvers<string>()];
    const end = () => left.resolve('gave way');
    const call = lease.run('letter', never, () => (entered.resolve(), left.promise), { mayNow, end });
    await entered.promise;
    return { call, end: () => (left.resolve('done'), call) };
  };

  it('are given up by a letter that may, as soon as a chat waits', async () => {
    const [writer, gateway] = await Promise.all([service(), service()]);
    const letter = await givingWay(writer);
    const other = writer.run('letter', never, async () => 'other');
    await inLine(1);
    expect(await gateway.run('chat', never, async () => holder())).toHaveLength(2);
    expect(await letter.call).toBe('gave way');
    expect(await other).toBe('other');
  });

  it('are kept by a letter that may not give way, and by all but one when one chat waits', async () => {
    const [writer, gateway] = await Promise.all([service(3), service(3)]);
    const letters = await Promise.all([givingWay(writer, () => false), givingWay(writer), givingWay(writer)]);
    const chat = await begun(gateway, 'chat');
    const ended = await Promise.race(letters.map(({ call }) => call));
    await chat.end();
    const all = await Promise.all(letters.map(({ end }) => end()));
    expect([ended, all[0], all.toSorted()]).toEqual(['gave way', 'done', ['done', 'done', 'gave way']]);
  });

  it('come free when the process that held one has died', async () => {
    const dying = await service(1, 150);
    await begun(dying);
    await dying.close();
    await (await service(1, 150)).run('letter', never, async () => undefined);
  });

  it('stay taken by a call that takes longer than the lease', async () => {
    const first = await begun(await service(1, 90));
    let second = false;
    const waiting = (await service(1, 90)).run('letter', never, async () => void (second = true));
    const [, atFirst] = await holder();
    await until(async () => Number((await holder())[1]) > Number(atFirst) + 3 * 90);
    expect(second).toBe(false);
    await first.end();
    await waiting;
  });

  it('are not waited for after the caller gave up', async () => {
    const first = await begun(await service());
    const caller = new AbortController();
    const waiting = (await service()).run('letter', caller.signal, async () => undefined);
    await inLine(1);
    caller.abort(new Error('changed my mind'));
    await expect(waiting).rejects.toThrow('changed my mind');
    await inLine(0);
    await first.end();
  });

  it('are free again when a service has ended in order', async () => {
    const lease = await service();
    const first = await begun(lease);
    await first.end();
    await lease.close();
    expect(await held()).toBe(false);
  });

  it('stay with a call that Redis has forgotten', async () => {
    const first = await begun(await service(1, 90));
    await redis.flushdb();
    await until(held);
    await first.end();
  });

  it('do not keep a caller who gave up while Redis hangs', async () => {
    const lease = await service();
    const caller = new AbortController();
    await redis.client('PAUSE', 300, 'ALL');
    const waiting = lease.run('chat', caller.signal, async () => 'said');
    caller.abort(new Error('changed my mind'));
    const ended = waiting.catch((error: Error) => error.message);
    expect(await Promise.race([ended, redis.ping()])).toBe('changed my mind');
    await redis.ping();
  });

  it('are not asked for while Redis is away', async () => {
    const lease = await service(1, 6000, 'redis://127.0.0.1:1');
    expect(await lease.run('chat', never, async () => 'said')).toBe('said');
  });
});
