import { createWriteStream, openAsBlob, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { signalGroup } from '../process/guardian.ts';
import { splitLines } from '../process/split-lines.ts';
import { UserError } from '../process/user-error.ts';
import { root } from '../root.ts';
import type { BenchContext } from './benches.ts';
import { fillDatabase } from './export/fill-database.ts';

const applications = 5000;
const sampleEveryMs = 50;

/** An export and its import at a size that few people come to, against the same with a tenth of it: time grows with it, memory does not. */
export const benchExport = async (context: BenchContext): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'coverwright-bench-'));
  try {
    for (const count of [applications / 10, applications]) await measure(context, join(folder, String(count)), count);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const measure = async (context: BenchContext, folder: string, count: number): Promise<void> => {
  const zip = join(folder, 'export.zip');
  const exported = await withStack(context, join(folder, 'full'), async (url, gateway) => {
    fillDatabase(join(folder, 'full', 'data', 'coverwright.sqlite'), count);
    return watch(gateway, async () => {
      const { body } = await fetch(`${url}/api/export`);
      await pipeline(Readable.fromWeb(body as ReadableStream), createWriteStream(zip));
    });
  });
  const imported = await withStack(context, join(folder, 'empty'), async (url, gateway) => {
    const form = new FormData();
    form.set('file', await openAsBlob(zip), 'export.zip');
    return watch(gateway, async () => {
      const response = await fetch(`${url}/api/import`, { method: 'POST', body: form });
      if (response.status !== 201) throw new UserError(`The import was refused: ${await response.text()}`);
    });
  });
  const megabytes = ((await stat(zip)).size / 1024 ** 2).toFixed(1);
  context.say(
    `${count} applications, ${megabytes} MB: export ${exported.seconds.toFixed(1)} s, gateway ${exported.before} → ${exported.most} MB; ` +
      `import ${imported.seconds.toFixed(1)} s, gateway ${imported.before} → ${imported.most} MB`,
  );
};

const withStack = async <T>({ guardian }: BenchContext, folder: string, work: (url: string, gateway: number) => Promise<T>): Promise<T> => {
  const own = {
    HOST: '127.0.0.1',
    PORT: '0',
    REDIS_URL: '',
    DATABASE_URL: '',
    LLM_PROVIDER: 'offline',
    LOG_FORMAT: 'json',
    AUTH_TOKEN: '',
  };
  const child = guardian.spawn('sh', [join(root, 'tools/run'), 'start'], {
    cwd: root,
    env: { ...process.env, ...own, DATA_DIR: join(folder, 'data'), CONTENT_DIR: join(folder, 'content') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  try {
    const url = await new Promise<string>((resolve, reject) => {
      splitLines(child.stdout, (line) => {
        const [, found] = /^Coverwright is ready: (\S+)/.exec(line) ?? [];
        if (found !== undefined) resolve(found);
      });
      void ended.then(() => reject(new UserError('The product ended before it was ready; the lines above say why.')));
    });
    return await work(url, findGateway(child.pid ?? 0));
  } finally {
    if (child.pid !== undefined) signalGroup(child.pid, 'SIGTERM');
    await ended;
  }
};

/** The gateway among the launcher's children; Linux says so in /proc. */
const findGateway = (launcher: number): number => {
  const found = readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && isGatewayOf(pid, launcher));
  return Number(found[0] ?? NaN);
};

const isGatewayOf = (pid: string, launcher: number): boolean => {
  try {
    const [, parent] = /^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Number(parent) === launcher && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('coverwright-gateway');
  } catch {
    // It has ended since the list was made.
    return false;
  }
};

const watch = async (pid: number, work: () => Promise<void>): Promise<{ seconds: number; before: number; most: number }> => {
  const before = residentMb(pid);
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, residentMb(pid))), sampleEveryMs);
  const began = performance.now();
  try {
    await work();
    return { seconds: (performance.now() - began) / 1000, before, most };
  } finally {
    clearInterval(timer);
  }
};

const residentMb = (pid: number): number => {
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
};
