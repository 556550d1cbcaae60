import { EventEmitter, once } from 'node:events';
import { chownSync, existsSync, globSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Guardian } from '../process/guardian.ts';
import { runCommand } from '../process/run-command.ts';
import { splitLines } from '../process/split-lines.ts';
import { Supervisor } from '../process/supervise.ts';
import { UserError } from '../process/user-error.ts';
import { findFreePort } from '../start/check-port.ts';

export interface PrivatePostgres {
  url: string;
  stop: () => Promise<void>;
}

export interface PrivatePostgresOptions {
  guardian: Guardian;
  say: (line: string) => void;
  signal: AbortSignal;
  /** True: what it has confirmed survives whatever is done to it, as it has to where it is killed on purpose. */
  durable?: boolean;
}

/** Whoever kills it wants it back at once, as often as it takes: a new server waits until the old one's processes are gone. */
const backOff = { first: 250, most: 250, calmAfter: 0 };
const grace = 5000;

/**
 * A throw-away PostgreSQL on a free loopback port, for tests; started again when it dies. Throws `UserError` when this machine has none
 * to offer.
 */
export const startPrivatePostgres = async (options: PrivatePostgresOptions): Promise<PrivatePostgres> => {
  const { guardian, say, signal, durable = false } = options;
  const programs = await findPrograms(options);
  const folder = await mkdtemp(join(tmpdir(), 'coverwright-postgres-'));
  const as = await otherUser(options, folder);
  const data = join(folder, 'data');
  const initdb = [
    ...as,
    join(programs, 'initdb'),
    '-D',
    data,
    '-U',
    'coverwright',
    '--auth=trust',
    '-E',
    'UTF8',
    '--locale=C',
    '--no-sync',
  ];
  const made = await runCommand(guardian, initdb[0] ?? '', initdb.slice(1), { cwd: folder, signal, capture: true });
  if (made.code !== 0) throw new UserError(`PostgreSQL could not make a database folder for the tests:\n${made.output.trim()}`);
  const port = await findFreePort();
  const server = [...as, join(programs, 'postgres'), '-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', folder];
  const speed = durable ? [] : ['-c', 'fsync=off'];
  const lines: string[] = [];
  const isUp = new EventEmitter().setMaxListeners(0);
  const supervisor = new Supervisor({
    name: 'PostgreSQL',
    say,
    backOff,
    start: () => {
      const child = guardian.spawn(server[0] ?? '', [...server.slice(1), ...speed], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
      splitLines(child.stderr, (line) => {
        lines.push(line);
        if (line.includes('ready to accept connections')) isUp.emit('ready');
      });
      return child;
    },
    whenReady: async () => void (await once(isUp, 'ready')),
  });
  // Immediately: a smart end would wait for whoever is still connected.
  const stop = async () => {
    await supervisor.stop(grace, 'SIGQUIT');
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await supervisor.ready;
  } catch (error) {
    await stop();
    throw new UserError(`${lines.slice(-5).join('\n')}\n${(error as Error).message}`);
  }
  return { url: `postgres://coverwright@127.0.0.1:${port}/postgres`, stop };
};

/** The folder of `postgres` and `initdb`; installed where that can be done without asking, else the one command to run is named. */
const findPrograms = async ({ guardian, say, signal }: PrivatePostgresOptions): Promise<string> => {
  const found = installedPrograms();
  if (found) return found;
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    const command =
      process.platform === 'darwin' ? 'brew install postgresql@17' : 'sudo apt-get install --no-install-recommends postgresql';
    throw new UserError(`These tests need a PostgreSQL server and found none. Install it with: ${command}`);
  }
  say('Installing PostgreSQL for the tests (apt-get).');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand(guardian, 'apt-get', ['update', '-q'], { env, signal, capture: true });
  const install = ['install', '-y', '-q', '--no-install-recommends', 'postgresql'];
  const { output } = await runCommand(guardian, 'apt-get', install, { env, signal, capture: true });
  const installed = installedPrograms();
  if (installed) return installed;
  throw new UserError(
    `${output.trim().split('\n').slice(-5).join('\n')}\nPostgreSQL could not be installed. Try it by hand: apt-get ${install.join(' ')}`,
  );
};

const installedPrograms = (): string | null => {
  const candidates = globSync([
    '/usr/lib/postgresql/*/bin',
    '/usr/pgsql-*/bin',
    '/opt/homebrew/opt/postgresql@*/bin',
    '/usr/local/opt/postgresql@*/bin',
  ]);
  return candidates.sort().findLast((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres'))) ?? null;
};

/** PostgreSQL refuses to run as root: the command that makes it somebody else, who then owns the folder. */
const otherUser = async ({ guardian, signal }: PrivatePostgresOptions, folder: string): Promise<string[]> => {
  if (process.getuid?.() !== 0) return [];
  const id = async (flag: string) => Number((await runCommand(guardian, 'id', [flag, 'postgres'], { signal, capture: true })).output);
  const [user, group] = [await id('-u'), await id('-g')];
  chownSync(folder, user, group);
  return ['setpriv', `--reuid=${user}`, `--regid=${group}`, '--clear-groups'];
};
