import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { findFreePort } from '../check-port.ts';

export interface FakeLauncher {
  child: ChildProcess;
  folder: string;
  env: NodeJS.ProcessEnv;
  text: () => string;
  /** Resolves with the match as soon as the output holds it; rejects when the process ends without it. */
  saw: (pattern: RegExp) => Promise<RegExpExecArray>;
  exited: Promise<number | null>;
}

export const runFakes = join(import.meta.dirname, 'run-fakes.ts');
export const nodeArgs = ['--disable-warning=ExperimentalWarning', runFakes];

/** Starts the real launcher over fake services, on folders and a port of its own. */
export const startFakes = async (extra: NodeJS.ProcessEnv = {}, command = process.execPath, args = nodeArgs, cwd?: string) => {
  const folder = await mkdtemp(join(tmpdir(), 'launcher-'));
  const port = await findFreePort();
  const { npm_lifecycle_event: _, NODE_OPTIONS: __, ...rest } = process.env;
  const env: NodeJS.ProcessEnv = {
    ...rest,
    PORT: String(port),
    HOST: '127.0.0.1',
    DATA_DIR: join(folder, 'data'),
    CONTENT_DIR: join(folder, 'content'),
    REDIS_URL: '',
    LOG_FORMAT: 'pretty',
    LOG_LEVEL: 'info',
    ...extra,
  };
  const child = spawn(command, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'] });
  return watch(child, folder, env);
};

const watch = (child: ChildProcess, folder: string, env: NodeJS.ProcessEnv): FakeLauncher => {
  let text = '';
  let ended = false;
  const listeners = new Set<() => void>();
  const tell = () => listeners.forEach((listener) => listener());
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      text += stripVTControlCharacters(chunk.toString());
      tell();
    });
  }
  const exited = new Promise<number | null>((resolve) =>
    child.once('exit', (code) => {
      ended = true;
      resolve(code);
    }),
  );
  child.once('close', tell);
  const saw = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const match = pattern.exec(text);
        if (match) resolve(match);
        else if (ended) reject(new Error(`ended without ${String(pattern)}:\n${text}`));
        else return;
        listeners.delete(look);
      };
      listeners.add(look);
      look();
    });
  return { child, folder, env, text: () => text, saw, exited };
};
