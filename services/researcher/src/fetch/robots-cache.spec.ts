import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { RobotsCache } from './robots-cache.ts';

const never = new AbortController().signal;
const rules = { rules: [{ allow: false, pattern: '/x' }] };

function reader() {
  return jest.fn(async () => rules);
}

afterEach(() => {
  jest.useRealTimers();
});

describe('RobotsCache', () => {
  it('reads a site once for all who ask at once or later', async () => {
    const cache = new RobotsCache();
    const read = reader();
    await Promise.all([cache.of('https://a.example', never, read), cache.of('https://a.example', new AbortController().signal, read)]);
    await expect(cache.of('https://a.example', never, read)).resolves.toBe(rules);
    await cache.of('https://b.example', never, read);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('reads it again after an hour', async () => {
    jest.useFakeTimers();
    const cache = new RobotsCache();
    const read = reader();
    await cache.of('https://a.example', never, read);
    jest.setSystemTime(Date.now() + 59 * 60_000);
    await cache.of('https://a.example', never, read);
    expect(read).toHaveBeenCalledTimes(1);
    jest.setSystemTime(Date.now() + 2 * 60_000);
    await cache.of('https://a.example', never, read);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('keeps what was read last, up to a number', async () => {
    const cache = new RobotsCache();
    const read = reader();
    for (let site = 0; site <= 200; site += 1) await cache.of(`https://${site}.example`, never, read);
    await cache.of('https://200.example', never, read);
    expect(read).toHaveBeenCalledTimes(201);
    await cache.of('https://0.example', never, read);
    expect(read).toHaveBeenCalledTimes(202);
  });

  it('does not keep a failure', async () => {
    const cache = new RobotsCache();
    await expect(cache.of('https://a.example', never, () => Promise.reject(new Error('down')))).rejects.toThrow('down');
    await expect(cache.of('https://a.example', never, reader())).resolves.toBe(rules);
  });

  it('is read anew for the others when the run that reads it is stopped', async () => {
    const cache = new RobotsCache();
    const stop = new AbortController();
    const reading = Promise.withResolvers<typeof rules>();
    const first = cache.of('https://a.example', stop.signal, () => reading.promise);
    const read = reader();
    const second = cache.of('https://a.example', never, read);
    stop.abort(new Error('cancelled'));
    reading.reject(stop.signal.reason);
    await expect(first).rejects.toThrow('cancelled');
    await expect(second).resolves.toBe(rules);
    expect(read).toHaveBeenCalledTimes(1);
  });
});
