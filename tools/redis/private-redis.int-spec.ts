import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Guardian } from '../process/guardian.ts';
import { cacheDir } from '../root.ts';
import { askRedis } from './ask-redis.ts';
import { startPrivateRedis, type PrivateRedis } from './private-redis.ts';

const guardian = new Guardian();
let dir: string;
let open: PrivateRedis[];

const start = async (say: (line: string) => void = () => undefined): Promise<PrivateRedis> => {
  const redis = await startPrivateRedis({ guardian, dir, cache: cacheDir, say });
  open.push(redis);
  await redis.supervisor.ready;
  return redis;
};

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'private redis-'));
  open = [];
});

afterEach(async () => {
  await Promise.all(open.map(({ supervisor }) => supervisor.stop(5000)));
  await rm(dir, { recursive: true, force: true });
});

describe('startPrivateRedis', () => {
  it('never evicts, logs every change, and keeps its data in the folder', async () => {
    const { url } = await start();
    expect(await askRedis(url, 'CONFIG GET maxmemory-policy')).toContain('noeviction');
    expect(await askRedis(url, 'CONFIG GET appendfsync')).toContain('everysec');
    expect(await askRedis(url, 'CONFIG GET dir')).toContain(dir);
  });

  it('asks for a password that other accounts cannot read', async () => {
    const { url } = await start();
    const open = new URL(url);
    open.password = '';
    expect(await askRedis(open.href, 'PING')).toContain('NOAUTH');
    expect((await stat(join(dir, 'redis.conf'))).mode & 0o077).toBe(0);
  });

  it('comes back on the same address with all it acknowledged after it is killed', async () => {
    let back: () => void = () => undefined;
    const isBack = new Promise<void>((resolve) => (back = resolve));
    const { url, supervisor } = await start((line) => {
      if (line === 'Redis is back.') back();
    });
    expect(await askRedis(url, 'SET kept yes')).toContain('+OK');
    process.kill(supervisor.pid ?? 0, 'SIGKILL');
    await isBack;
    expect(await askRedis(url, 'GET kept')).toContain('yes');
  });

  it('ends the server that a killed launcher left on the folder before it starts its own', async () => {
    const said: string[] = [];
    const left = await start((line) => {
      said.push(line);
      void left.supervisor.stop(5000);
    });
    await askRedis(left.url, 'SET kept yes');
    const next = await start();
    expect(said).toEqual(['Redis ended with exit code 0; it is started again in 0.5 s.']);
    await expect(askRedis(left.url, 'PING')).rejects.toThrow('ECONNREFUSED');
    expect(await askRedis(next.url, 'GET kept')).toContain('yes');
  });
});
