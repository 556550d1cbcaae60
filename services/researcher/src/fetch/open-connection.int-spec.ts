import { afterEach, describe, expect, it } from '@jest/globals';
import { startLocalSite, type LocalSite } from '@coverwright/testing';
import { request } from 'undici';
import { openGuardedAgent, type ConnectionGuard } from './open-connection.ts';

const signal = new AbortController().signal;
let site: LocalSite | undefined;

async function ask(url: string, guard: Partial<ConnectionGuard>): Promise<number> {
  const dispatcher = openGuardedAgent({
    resolve: () => Promise.reject(new Error('not asked')),
    mayBePrivate: () => false,
    maxBytes: 1_000_000,
    signal,
    ...guard,
  });
  try {
    const answer = await request(url, { dispatcher });
    await answer.body.dump();
    return answer.statusCode;
  } finally {
    await dispatcher.destroy();
  }
}

afterEach(async () => {
  await site?.close();
  site = undefined;
});

describe('a guarded connection', () => {
  it('never reaches a private address by its number', async () => {
    site = await startLocalSite({ '/': { body: 'x' } });
    await expect(ask(site.url, {})).rejects.toThrow('private network');
    await expect(ask(site.url.replace('127.0.0.1', '[::ffff:127.0.0.1]'), {})).rejects.toThrow('private network');
    expect(site.requests).toEqual([]);
  });

  it('goes to the very address it checked: the name is asked for once', async () => {
    site = await startLocalSite({ '/': { body: 'x' } });
    const answers = [['127.0.0.1'], ['10.0.0.1']];
    const asked: string[] = [];
    const resolve = async (name: string) => (asked.push(name), answers.shift() ?? []);
    const port = new URL(site.url).port;
    await expect(
      ask(`http://intranet.example:${port}/`, { resolve, mayBePrivate: (url) => url.host === `intranet.example:${port}` }),
    ).resolves.toBe(200);
    expect(asked).toEqual(['intranet.example']);
  });

  it('refuses a name that changes its mind between two connections', async () => {
    site = await startLocalSite({ '/': { body: 'x' } });
    const answers = [['192.0.2.1', '8.8.8.8'], ['127.0.0.1']];
    const resolve = async () => answers.shift() ?? [];
    const url = `http://rebind.example:${new URL(site.url).port}/`;
    await expect(ask(url, { resolve })).rejects.toThrow('private network');
    await expect(ask(url, { resolve })).rejects.toThrow('private network');
    expect(site.requests).toEqual([]);
  });

  it('tries the next address when one does not answer', async () => {
    site = await startLocalSite({ '/': { body: 'x' } });
    const port = new URL(site.url).port;
    const resolve = async () => ['127.0.0.2', '127.0.0.1'];
    await expect(ask(`http://two.example:${port}/`, { resolve, mayBePrivate: () => true })).resolves.toBe(200);
  });

  it('says so when a name has no address', async () => {
    await expect(ask('http://none.example/', { resolve: async () => [] })).rejects.toThrow('no site of that name');
  });
});
