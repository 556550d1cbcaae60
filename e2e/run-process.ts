import { spawn, type ChildProcess } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export const root = join(import.meta.dirname, '..');

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** A command of the product that runs beside the test, with everything it says. */
export class RunningProcess {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  readonly stdout: string[] = [];
  readonly stderr: string[] = [];
  /** Both outputs, in the order of arrival. */
  readonly lines: string[] = [];
  readonly #changes = new EventEmitter().setMaxListeners(0);
  #over = false;

  constructor(script: string, args: string[], env: NodeJS.ProcessEnv) {
    this.child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, script), ...args], {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const name of ['stdout', 'stderr'] as const) {
      const stream = this.child[name];
      if (stream === null) throw new Error(`${script} has no ${name}.`);
      createInterface({ input: stream }).on('line', (line) => {
        this[name].push(line);
        this.lines.push(line);
        this.#changes.emit('change');
      });
    }
    this.ended = new Promise((resolve, reject) => {
      this.child.once('error', reject);
      // `close` comes after the last line of both outputs.
      this.child.once('close', (code, signal) => {
        this.#over = true;
        this.#changes.emit('change');
        resolve({ code, signal });
      });
    });
  }

  get pid(): number {
    if (this.child.pid === undefined) throw new Error('The process could not be started.');
    return this.child.pid;
  }

  /** The first line that fits, from line number `from` on. Fails when the process ends without saying it. */
  async untilSaid(pattern: RegExp, from = 0): Promise<string> {
    for (;;) {
      const line = this.lines.slice(from).find((candidate) => pattern.test(candidate));
      if (line !== undefined) return line;
      if (this.#over) throw new Error(`It ended without saying ${String(pattern)}:\n${this.lines.join('\n')}`);
      await once(this.#changes, 'change');
    }
  }
}
