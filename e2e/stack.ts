import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProcesses, type FoundProcess } from './processes.ts';
import { RunningProcess, type Ended } from './run-process.ts';

export interface StackOptions {
  env?: Record<string, string>;
  /** A folder of an earlier stack, to go on with its data. Default: a new one. */
  folder?: string;
}

export type ServiceName = 'gateway' | 'researcher' | 'writer' | 'Redis';

/** The product as `npm start` runs it, on a free port, with folders of its own. */
export interface Stack {
  url: string;
  folder: string;
  contentDir: string;
  launcher: RunningProcess;
  /** Everything this stack started that lives now, the launcher included. */
  processes(): FoundProcess[];
  /** Kills one process outright; resolves when the launcher has said that it is back. */
  killAndAwait(name: ServiceName): Promise<void>;
  kill(name: ServiceName): void;
  /** Asks the launcher to end, as Ctrl-C does. Resolves with how it ended. */
  end(): Promise<Ended>;
  /** Removes the folder. Fails when something is left running. */
  remove(): Promise<void>;
}

/** Variables of the shell that runs the tests must not decide what is tested. */
const ownVariables =
  /^(PORT|HOST|ALLOWED_HOSTS|AUTH|AUTH_TOKEN|DATA_DIR|CONTENT_DIR|DATABASE_URL|REDIS_URL|OLLAMA_HOST|OPENAI_.*|LLM_.*|SEARXNG_URL|PAGE_TEXT_DAYS|RESEARCH_.*|WRITE_.*|LOG_.*|OTEL_.*|NODE_ENV|npm_.*)$/;
const lastMomentsMs = 15_000;

export const stackEnvironment = (folder: string, env: Record<string, string> = {}): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !ownVariables.test(name))),
  PORT: '0',
  DATA_DIR: join(folder, 'data'),
  CONTENT_DIR: join(folder, 'content'),
  ...env,
});

/** Runs `work` on a folder that is gone afterwards, and with it whatever runs on it; `work` is at fault when that is anything. */
export async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await newFolder();
  try {
    await work(folder);
    await untilNoneLeft(folder);
  } finally {
    killAll(folder);
    await rm(folder, { recursive: true, force: true });
  }
}

const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'coverwright-e2e-'));

export async function startStack({ env, folder: given }: StackOptions = {}): Promise<Stack> {
  const folder = given ?? (await newFolder());
  const launcher = new RunningProcess('tools/start.ts', [], stackEnvironment(folder, env));
  const ready = await launcher.untilSaid(/^Coverwright is ready: /);
  const processes = () => findProcesses(folder);

  const kill = (name: ServiceName) => {
    const wanted = name === 'Redis' ? /(redis|valkey)-server/ : new RegExp(`coverwright-${name}`);
    const found = processes().filter(({ command }) => wanted.test(command));
    if (found.length !== 1) throw new Error(`Expected one ${name}, found ${found.length}.`);
    for (const { pid } of found) process.kill(pid, 'SIGKILL');
  };

  return {
    url: ready.replace('Coverwright is ready: ', ''),
    folder,
    contentDir: join(folder, 'content'),
    launcher,
    processes,
    kill,
    killAndAwait: async (name) => {
      const heard = launcher.lines.length;
      kill(name);
      await launcher.untilSaid(new RegExp(`^${name} is back`), heard);
    },
    end: () => {
      launcher.child.kill('SIGTERM');
      return launcher.ended;
    },
    remove: async () => {
      await untilNoneLeft(folder);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Processes tell nobody but their parent that they end, so this looks again and again. Kills and names what stays. */
export async function untilNoneLeft(folder: string): Promise<void> {
  const until = Date.now() + lastMomentsMs;
  let left = findProcesses(folder);
  while (left.length > 0 && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    left = findProcesses(folder);
  }
  if (left.length === 0) return;
  killAll(folder);
  throw new Error(`Left running: ${left.map(({ pid, command }) => `${pid} ${command}`).join(', ')}`);
}

function killAll(folder: string): void {
  for (const { pid } of findProcesses(folder)) process.kill(pid, 'SIGKILL');
}
