import type { SpawnOptions } from 'node:child_process';
import { signalGroup, type Guardian } from './guardian.ts';

export interface CommandResult {
  code: number;
  /** Standard output and error together, only when `capture` was asked for. */
  output: string;
}

export interface CommandOptions {
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  signal?: AbortSignal;
  /** Keeps the output instead of showing it. */
  capture?: boolean;
}

/** Runs a command to its end. A command that cannot be started, or that a signal ended, has code 127 or 1. */
export const runCommand = (guardian: Guardian, command: string, args: string[], options: CommandOptions = {}): Promise<CommandResult> => {
  options.signal?.throwIfAborted();
  const stdio: SpawnOptions['stdio'] = options.capture ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'];
  const child = guardian.spawn(command, args, { cwd: options.cwd, env: options.env ?? process.env, stdio });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
  const stop = () => {
    if (child.pid !== undefined) signalGroup(child.pid, 'SIGTERM');
  };
  options.signal?.addEventListener('abort', stop, { once: true });
  return new Promise((resolve) => {
    const done = (code: number, more = '') => {
      options.signal?.removeEventListener('abort', stop);
      resolve({ code, output: Buffer.concat(chunks).toString() + more });
    };
    child.once('error', (error) => done(127, error.message));
    child.once('close', (code) => done(code ?? 1));
  });
};
