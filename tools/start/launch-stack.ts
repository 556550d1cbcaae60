import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Guardian } from '../process/guardian.ts';
import { runCommand } from '../process/run-command.ts';
import { splitLines } from '../process/split-lines.ts';
import { Supervisor } from '../process/supervise.ts';
import { UserError } from '../process/user-error.ts';
import { askRedis } from '../redis/ask-redis.ts';
import { startPrivateRedis } from '../redis/private-redis.ts';
import { cacheDir, root } from '../root.ts';
import { checkFolder } from './check-folder.ts';
import { checkPort, findFreePort } from './check-port.ts';
import { lockDataFolder } from './lock-data-folder.ts';
import { createServiceLog, type LogMode } from './service-log.ts';
import { localUrl, type LauncherSettings } from './settings.ts';
import type { StackPlan } from './stack-plan.ts';

export interface LaunchOptions {
  guardian: Guardian;
  settings: LauncherSettings;
  env: NodeJS.ProcessEnv;
  logs: LogMode;
  say: (line: string) => void;
  /** Where the services' lines go; standard output by default. */
  write?: (line: string) => void;
  signal: AbortSignal;
  /** Runs after the cheap checks and before anything is started: dependencies and build. */
  prepare?: () => Promise<void>;
}

export interface Stack {
  url: string;
  services: ReadonlyMap<string, Supervisor>;
  stop: () => Promise<void>;
}

const serviceGrace = 15_000;
const redisGrace = 10_000;
const killedGatewayNeeds = 12_000;
const tellWaitingAfter = 20_000;

/** Starts Redis, the database's migrations and every service of the plan; resolves when all are ready. Leaves nothing behind when it fails. */
export const launchStack = async (plan: StackPlan, options: LaunchOptions): Promise<Stack> => {
  const { guardian, settings, say, signal } = options;
  await checkFolder('DATA_DIR', settings.dataDir);
  await checkFolder('CONTENT_DIR', settings.contentDir);
  const lock = lockDataFolder(settings.dataDir);
  const services = new Map<string, Supervisor>();
  let redis: Supervisor | null = null;
  const stop = async () => {
    await Promise.all([...services.values()].map((service) => service.stop(serviceGrace)));
    await redis?.stop(redisGrace);
    lock.release();
  };
  try {
    const port = settings.port === 0 ? await findFreePort() : settings.port;
    if (port !== null) await checkPort(settings.host, port, lock.previousWasKilled ? killedGatewayNeeds : 0);
    await options.prepare?.();
    signal.throwIfAborted();
    const env = serviceEnvironment(options, port);
    if (settings.redisUrl) await warnWhenSilent(settings.redisUrl, say);
    else {
      const log = createServiceLog(
        settings.debug && options.logs !== 'json' ? options.logs : 'hidden',
        'redis',
        options.write ?? console.log,
      );
      const started = await startPrivateRedis({ guardian, dir: join(settings.dataDir, 'redis'), cache: cacheDir, say, onLine: log.take });
      redis = started.supervisor;
      env.REDIS_URL = started.url;
      await orAborted(redis.ready, signal).catch((error: unknown) => explain(error, log.tail()));
    }
    await migrate(plan, options, env);
    for (const { name, entry } of plan.services) services.set(name, startService(name, entry, plan, options, env));
    await allReady(services, options);
    return { url: localUrl(settings.host, port ?? 0), services, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

const serviceEnvironment = ({ env, settings, logs }: LaunchOptions, port: number | null): NodeJS.ProcessEnv => ({
  ...env,
  NODE_ENV: env.NODE_ENV ?? 'production',
  // A service that is brought back after a crash starts in two thirds of the time.
  NODE_COMPILE_CACHE: env.NODE_COMPILE_CACHE ?? join(cacheDir, 'compiled'),
  ...(port === null ? {} : { PORT: String(port) }),
  DATA_DIR: settings.dataDir,
  CONTENT_DIR: settings.contentDir,
  LOG_FORMAT: logs === 'json' ? 'json' : 'pretty',
  ...(logs === 'pretty' && process.stdout.isTTY && !env.NO_COLOR ? { FORCE_COLOR: '1' } : {}),
});

/** The services wait for a Redis that is still to come; whoever watches should know what they wait for. */
const warnWhenSilent = async (url: string, say: (line: string) => void): Promise<void> => {
  if (!URL.canParse(url) || new URL(url).protocol !== 'redis:') return;
  const answer = await askRedis(url, 'PING', 3000).catch((error: Error) => error.message);
  if (answer.includes('+PONG')) return;
  const reason = answer.trim().split('\r\n').at(-1) || 'it closed the connection';
  say(
    `The Redis that REDIS_URL names (${new URL(url).host}) is not usable: ${reason}. Start it or correct REDIS_URL; the services wait for it.`,
  );
};

const migrate = async (plan: StackPlan, { guardian, say, signal }: LaunchOptions, env: NodeJS.ProcessEnv): Promise<void> => {
  const { code, output } = await runCommand(guardian, process.execPath, [plan.migrate], { cwd: root, env, signal, capture: true });
  signal.throwIfAborted();
  const said = output.trim();
  if (code !== 0) throw new UserError(`${said || `The migrations ended with code ${code} and no message.`}\nNothing was started.`);
  if (said) say(said);
};

const startService = (name: string, entry: string, plan: StackPlan, options: LaunchOptions, env: NodeJS.ProcessEnv): Supervisor => {
  const log = createServiceLog(options.logs, name, options.write ?? console.log);
  const supervisor = new Supervisor({
    name,
    say: options.say,
    backOff: plan.backOff,
    start: () => {
      const args = [`--title=coverwright-${name}`, '--enable-source-maps', entry];
      const child = options.guardian.spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
      for (const stream of [child.stdout, child.stderr]) splitLines(stream, log.take);
      return child;
    },
    whenReady,
  });
  supervisor.ready.catch((error: unknown) => {
    if (options.logs === 'hidden' && error instanceof UserError) for (const line of log.tail()) options.say(`${name}: ${line}`);
  });
  return supervisor;
};

const whenReady = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.on('message', (message) => {
      if (typeof message === 'object' && 'type' in message && message.type === 'ready') resolve();
    });
  });

const allReady = async (services: Map<string, Supervisor>, { say, signal }: LaunchOptions): Promise<void> => {
  const waiting = new Set(services.keys());
  const timer = setInterval(() => say(`Still waiting for ${[...waiting].join(', ')} to be ready.`), tellWaitingAfter);
  const each = [...services].map(([name, service]) => service.ready.then(() => waiting.delete(name)));
  await orAborted(Promise.all(each), signal).finally(() => clearInterval(timer));
};

const orAborted = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
    work.then(resolve, reject);
  });

const explain = (error: unknown, lines: string[]): never => {
  if (error instanceof UserError) throw new UserError([...lines, error.message].join('\n'));
  throw error;
};
