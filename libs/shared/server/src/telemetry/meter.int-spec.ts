import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { throwawayRedis } from '@coverwright/testing';
import { Meter } from './meter.ts';

describe('a meter', () => {
  let redisUrl: string;
  let meters: Meter[];

  beforeEach(async () => {
    redisUrl = await throwawayRedis();
    meters = [];
  });
  afterEach(() => Promise.all(meters.map((meter) => meter.close())));

  const connect = async (url = redisUrl): Promise<Meter> => {
    const meter = await Meter.connect(url);
    meters.push(meter);
    return meter;
  };

  it('adds up what several services count, and keeps the sum when one of them ends', async () => {
    const [researcher, gateway] = [await connect(), await connect()];
    researcher.count('coverwright_fetches_total', { outcome: 'fetched' }, 2);
    await researcher.close();
    gateway.count('coverwright_fetches_total', { outcome: 'fetched' });
    expect(await gateway.read()).toEqual({ 'coverwright_fetches_total{outcome="fetched"}': '3' });
  });

  it('counts a value in every bucket that it fits into', async () => {
    const meter = await connect();
    meter.observe('coverwright_step_seconds', { step: 'write' }, 4);
    const sums = await meter.read();
    const bucket = (le: string) => sums[`coverwright_step_seconds_bucket{le="${le}",step="write"}`];
    expect([bucket('1'), bucket('5'), bucket('3600'), bucket('+Inf')]).toEqual([undefined, '1', '1', '1']);
    expect(sums['coverwright_step_seconds_sum{step="write"}']).toBe('4');
  });

  it('answers with nothing while Redis is away, and fails nobody', async () => {
    const meter = await connect('redis://127.0.0.1:1');
    meter.count('coverwright_fetches_total', { outcome: 'failed' });
    expect(await meter.read()).toEqual({});
  });
});
