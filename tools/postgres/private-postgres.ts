import { chownSync, existsSync, globSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signalGroup, type Guardian } from '../process/guardian.ts';
import { runCommand } from '../process/run-command.ts';
import { splitLines } from '../process/split-lines.ts';
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
}

/** A throw-away PostgreSQL on a free loopback port, for tests. Throws `UserError` when this machine has none to offer. */
export const startPrivatePostgres = async (options: PrivatePostgresOptions): Promise<PrivatePostgres> => {
  const { guardian, signal } = options;
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
  const server = [...as, join(programs, 'postgres'), '-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', folder, '-c', 'fsync=off'];
  const child = guardian.spawn(server[0] ?? '', server.slice(1), { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const lines: string[] = [];
  await new Promise<void>((resolve, reject) => {
    splitLines(child.stderr, (line) => {
      lines.push(line);
      if (line.includes('ready to accept connections')) resolve();
    });
    void ended.then(() => reject(new UserError(`PostgreSQL ended at once:\n${lines.slice(-5).join('\n')}`)));
  });
  return {
    url: `postgres://coverwright@127.0.0.1:${port}/postgres`,
    stop: async () => {
      if (child.pid !== undefined) signalGroup(child.pid, 'SIGQUIT');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** The folder of `postgres` and `initdb`; installed where that can be done without asking, else the one command to run is named. */
const findPrograms = async ({ guardian, say, signal }: PrivatePostgresOptions): Promise<string> => {
  const found = installedPrograms();
  if (found) return found;
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) {
    const command =
      process.platform === 'darwin' ? 'brew install postgresql@17' : 'sudo apt-get install --no-install-recommends postgresql';
    throw new UserError(`The tests of the database layer need a PostgreSQL server and found none. Install it with: ${command}`);
  }
  say('Installing PostgreSQL for the integration tests (apt-get).');
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
