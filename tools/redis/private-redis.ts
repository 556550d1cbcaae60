import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { access, constants, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Guardian } from '../process/guardian.ts';
import { splitLines } from '../process/split-lines.ts';
import { Supervisor } from '../process/supervise.ts';
import { UserError } from '../process/user-error.ts';
import { findFreePort } from '../start/check-port.ts';
import { askRedis, waitForRedis } from './ask-redis.ts';

export interface PrivateRedis {
  /** `redis://:password@127.0.0.1:port`; the same for the whole life, restarts included. */
  url: string;
  supervisor: Supervisor;
}

export interface PrivateRedisOptions {
  guardian: Guardian;
  /** Where the append-only file lives. */
  dir: string;
  /** Where fetched packages are kept. */
  cache: string;
  say: (line: string) => void;
  onLine?: (line: string) => void;
}

interface RedisServer {
  command: string;
  env: NodeJS.ProcessEnv;
}

const run = promisify(execFile);
const serverNames = ['redis-server', 'valkey-server'];

/** A Redis of our own on a free loopback port, started again when it dies. Throws `UserError` when this machine has none to offer. */
export const startPrivateRedis = async ({ guardian, dir, cache, say, onLine }: PrivateRedisOptions): Promise<PrivateRedis> => {
  const server = await findRedisServer(cache, say);
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const config = join(resolve(dir), 'redis.conf');
  await endPrevious(config);
  const port = await findFreePort();
  const password = randomBytes(18).toString('hex');
  const settings = `bind 127.0.0.1
port ${port}
requirepass ${password}
dir ${JSON.stringify(resolve(dir))}
appendonly yes
appendfsync everysec
save ""
maxmemory-policy noeviction
daemonize no
`;
  await writeFile(config, settings, { mode: 0o600 });
  const url = `redis://:${password}@127.0.0.1:${port}`;
  const supervisor = new Supervisor({
    name: 'Redis',
    say,
    start: () => {
      const child = guardian.spawn(server.command, [config], { env: server.env, stdio: ['ignore', 'pipe', 'pipe'], endLast: true });
      for (const stream of [child.stdout, child.stderr]) splitLines(stream, onLine ?? (() => undefined));
      return child;
    },
    whenReady: (child) => waitForRedis(url, child),
  });
  return { url, supervisor };
};

/** Two servers would start on one append-only file without complaint, so one that a killed launcher left behind is ended first. */
const endPrevious = async (config: string): Promise<void> => {
  if (!existsSync(config)) return;
  const text = await readFile(config, 'utf8');
  const [, port] = /^port (\d+)$/m.exec(text) ?? [];
  const [, password] = /^requirepass (\w+)$/m.exec(text) ?? [];
  if (port && password) await askRedis(`redis://:${password}@127.0.0.1:${port}`, 'SHUTDOWN').catch(() => undefined);
};

const findRedisServer = async (cache: string, say: (line: string) => void): Promise<RedisServer> => {
  for (const name of serverNames) {
    const command = await findInPath(name);
    if (command) return { command, env: process.env };
  }
  if (await findInPath('apt-get')) return fetchRedisServer(cache, say);
  const install = process.platform === 'darwin' ? 'brew install valkey' : 'install the package redis-server or valkey-server';
  throw new UserError(
    `No Redis was found (neither redis-server nor valkey-server is in PATH), and the queue needs one. Nothing was started.\n` +
      `Either ${install}, or set REDIS_URL to a Redis that runs already, for example REDIS_URL=redis://127.0.0.1:6379.`,
  );
};

const findInPath = async (name: string): Promise<string | null> => {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder, name);
    const usable = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (folder && usable) return path;
  }
  return null;
};

/** The distribution's own packages, unpacked into `cache`: no root needed, nothing on the system changes. */
const fetchRedisServer = async (cache: string, say: (line: string) => void): Promise<RedisServer> => {
  const home = resolve(cache, 'redis');
  if (!existsSync(home)) {
    say('No Redis on this machine: fetching its packages into .cache/redis (nothing is installed on the system).');
    const work = resolve(cache, `redis-fetch-${process.pid}`);
    try {
      const packages = join(work, 'packages');
      await mkdir(packages, { recursive: true });
      const { options, names } = await listPackages(work);
      await run('apt-get', [...options, '-q', 'download', ...names], { cwd: packages });
      for (const file of await readdir(packages)) await run('dpkg', ['-x', join(packages, file), join(work, 'root')]);
      await rename(join(work, 'root'), home);
    } catch (error) {
      const { stderr } = error as { stderr?: string };
      const reason = (stderr ?? String(error)).trim().split('\n').slice(-2).join(' ');
      throw new UserError(
        `Redis could not be fetched with apt-get: ${reason}\nThe queue needs a Redis, so nothing was started. ` +
          'Install one (apt-get install redis-server), or set REDIS_URL to a Redis that runs already, and start again.',
      );
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  const command = serverNames.map((name) => join(home, 'usr/bin', name)).find((path) => existsSync(path));
  if (!command) throw new UserError(`${home} holds no Redis server. Remove that folder and start again; it is then fetched anew.`);
  const libraries: string[] = [];
  for (const base of ['usr/lib', 'lib']) {
    const entries = await readdir(join(home, base)).catch(() => []);
    libraries.push(join(home, base), ...entries.filter((name) => name.includes('-linux-')).map((name) => join(home, base, name)));
  }
  return { command, env: { ...process.env, LD_LIBRARY_PATH: libraries.join(delimiter) } };
};

/** What apt would install for a Redis here. Machines without package lists (slim images) get private ones. */
const listPackages = async (work: string): Promise<{ options: string[]; names: string[] }> => {
  const own = ['-o', `Dir::State::lists=${join(work, 'lists')}`, '-o', `Dir::Cache=${join(work, 'apt')}`, '-o', 'APT::Sandbox::User='];
  await mkdir(join(work, 'lists', 'partial'), { recursive: true });
  await mkdir(join(work, 'apt', 'archives', 'partial'), { recursive: true });
  const simulate = async (options: string[], name: string) => {
    const { stdout } = await run('apt-get', [...options, '-s', '-q', '--no-install-recommends', 'install', name]);
    return { options, names: [...stdout.matchAll(/^Inst (\S+)/gm)].map(([, found]) => String(found)) };
  };
  const known = await simulate([], 'redis-server').catch(() => null);
  if (known) return known;
  await run('apt-get', [...own, '-q', 'update']);
  return simulate(own, 'redis-server').catch(() => simulate(own, 'valkey-server'));
};
