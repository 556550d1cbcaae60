import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Redis } from 'ioredis';
import { findProcesses } from '../processes.ts';
import { RunningProcess } from '../run-process.ts';
import { stackEnvironment } from '../stack.ts';
import { ExtraProcess } from './extra-process.ts';

export type Role = 'gateway' | 'researcher' | 'writer' | 'Redis';
export type WorkerRole = 'researcher' | 'writer';

export interface FaultyStackOptions {
  /** Holds data, content and faults; is there already. */
  folder: string;
  env: Record<string, string>;
  noFence?: boolean;
}

/** The product as `npm start` runs it, but with the fault hook in its processes and a short constant pause before restarts. */
export class FaultyStack {
  readonly #extras = new Set<ExtraProcess>();

  readonly #env: NodeJS.ProcessEnv;
  readonly folder: string;
  readonly url: string;
  readonly launcher: RunningProcess;

  private constructor(folder: string, url: string, launcher: RunningProcess, env: NodeJS.ProcessEnv) {
    this.folder = folder;
    this.url = url;
    this.launcher = launcher;
    this.#env = env;
  }

  static async start({ folder, env, noFence = false }: FaultyStackOptions): Promise<FaultyStack> {
    const hook = pathToFileURL(join(import.meta.dirname, 'hook.ts')).href;
    const variables = stackEnvironment(folder, {
      NODE_OPTIONS: `--disable-warning=ExperimentalWarning --import=${hook}`,
      COVERWRIGHT_FAULT_DIR: join(folder, 'faults'),
      ...(noFence ? { COVERWRIGHT_FAULT_NO_FENCE: '1' } : {}),
      ...env,
    });
    const launcher = new RunningProcess('tools/faults/launch.ts', [], variables);
    const ready = await launcher.untilSaid(/^Coverwright is ready: /);
    return new FaultyStack(folder, ready.replace('Coverwright is ready: ', ''), launcher, variables);
  }

  get content(): string {
    return join(this.folder, 'content');
  }

  pids(role: Role): number[] {
    const wanted = role === 'Redis' ? /(redis|valkey)-server/ : new RegExp(`coverwright-${role}`);
    return findProcesses(this.folder)
      .filter(({ command }) => wanted.test(command))
      .map(({ pid }) => pid);
  }

  /** A second worker (or gateway) beside the launcher's, as on another machine. Resolves when it is ready. */
  async startExtra(role: WorkerRole | 'gateway', env: Record<string, string> = {}): Promise<ExtraProcess> {
    const extra = new ExtraProcess(role, this.folder, { ...this.#env, REDIS_URL: this.redisUrl(), ...env });
    this.#extras.add(extra);
    await extra.untilReady();
    return extra;
  }

  /** Resolves when it is gone. */
  async endExtra(extra: ExtraProcess): Promise<void> {
    if (this.#extras.delete(extra)) await extra.end();
  }

  async flushRedis(): Promise<boolean> {
    const redis = new Redis(this.redisUrl(), {
      lazyConnect: true,
      maxRetriesPerRequest: 0,
      commandTimeout: 2000,
      retryStrategy: () => null,
    });
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      await redis.flushall();
      return true;
    } catch (error) {
      // It may just have been killed: then there is nothing to flush.
      process.stderr.write(`flush: ${String(error)}\n`);
      return false;
    } finally {
      redis.disconnect();
    }
  }

  /** Asks everything to end, as Ctrl-C does. Resolves with the launcher's exit code. */
  async end(): Promise<number | null> {
    const extras = [...this.#extras].map((extra) => this.endExtra(extra));
    this.launcher.child.kill('SIGTERM');
    await Promise.all(extras);
    return (await this.launcher.ended).code;
  }

  private redisUrl(): string {
    const config = readFileSync(join(this.folder, 'data/redis/redis.conf'), 'utf8');
    const read = (name: string) => new RegExp(`^${name} (\\S+)$`, 'm').exec(config)?.[1] ?? '';
    return `redis://:${read('requirepass')}@127.0.0.1:${read('port')}`;
  }
}

/** False when the process has gone. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    process.kill(pid, name);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}
