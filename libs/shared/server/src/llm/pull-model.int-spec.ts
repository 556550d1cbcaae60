import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startOllamaStub, type OllamaStub } from '@coverwright/testing';
import { pullModel, type PullProgress } from './pull-model.ts';

let stub: OllamaStub;
beforeEach(async () => {
  stub = await startOllamaStub({ models: [] });
});
afterEach(() => stub.close());

const pull = async (model: string, signal = new AbortController().signal, limits = { firstTokenMs: 2000, idleMs: 2000 }) => {
  const steps: PullProgress[] = [];
  await pullModel(stub.url, model, { signal, limits, onProgress: (progress) => steps.push(progress) });
  return steps;
};

describe('pullModel', () => {
  it('says how far it is until the model is there', async () => {
    const steps = await pull('fresh:3b');
    expect(steps[0]).toEqual({ status: 'pulling manifest', completed: 0, total: 0 });
    const shares = steps.filter(({ total }) => total > 0).map(({ completed, total }) => completed / total);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(JSON.stringify(await (await fetch(`${stub.url}/api/tags`)).json())).toContain('fresh:3b');
  });

  it.each([
    ['unknown', 'MODEL_UNKNOWN', /no model called unknown/],
    ['disk-full', 'DISK_FULL', /no room/],
    ['offline', 'OFFLINE', /cannot reach its library/],
  ])('says why it failed when the server says so: %s', async (model, code, message) => {
    await expect(pull(model)).rejects.toMatchObject({ code, message: expect.stringMatching(message), hint: expect.stringMatching(/\.$/) });
  });

  it('ends with its caller and closes the socket', async () => {
    const caller = new AbortController();
    const pulling = pull('endless', caller.signal).catch((error: unknown) => error);
    await stub.until(([request]) => request?.phase === 'pulling');
    caller.abort();
    expect(await pulling).toMatchObject({ code: 'CANCELLED' });
    await stub.until(([request]) => request?.disconnected === 'pulling');
  });

  it('gives up on a download that stands still', async () => {
    const limits = { firstTokenMs: 2000, idleMs: 60 };
    await expect(pull('endless', undefined, limits)).rejects.toMatchObject({ code: 'STALLED' });
  });

  it('says that the server is not there', async () => {
    const { url } = stub;
    await stub.close();
    stub = await startOllamaStub();
    const pulling = pullModel(url, 'fresh', { signal: new AbortController().signal, onProgress: () => undefined });
    await expect(pulling).rejects.toMatchObject({ code: 'UNREACHABLE', message: expect.stringContaining('ECONNREFUSED') });
  });
});
