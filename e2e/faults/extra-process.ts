import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../run-process.ts';
import type { Role } from './faulty-stack.ts';

const restartAfterMs = 250;

/** A process of the product beside the launcher's, as on another machine; brought back when it is killed, as a supervisor there would. */
export class ExtraProcess {
  readonly #role: Exclude<Role, 'Redis'>;
  readonly #log: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #kept: Promise<void>;
  readonly #ready: Promise<unknown>;
  #child: ChildProcess;
  #ending = false;

  constructor(role: Exclude<Role, 'Redis'>, folder: string, env: NodeJS.ProcessEnv) {
    this.#role = role;
    this.#log = join(folder, `second-${role}-${Date.now()}.log`);
    this.#env = env;
    this.#child = this.#spawn();
    this.#ready = Promise.race([once(this.#child, 'message'), once(this.#child, 'exit')]);
    this.#kept = this.#keep();
  }

  /** Resolves when it was ready for the first time, or had ended before that. */
  async untilReady(): Promise<void> {
    await this.#ready;
  }

  /** Asks it to end. Resolves when it is gone. */
  async end(): Promise<void> {
    this.#ending = true;
    this.#child.kill('SIGTERM');
    await this.#kept;
  }

  async #keep(): Promise<void> {
    for (;;) {
      await once(this.#child, 'exit');
      if (!this.#ending) await pause(restartAfterMs);
      if (this.#ending) return;
      this.#child = this.#spawn();
    }
  }

  #spawn(): ChildProcess {
    const log = openSync(this.#log, 'a');
    const child = spawn(process.execPath, [`--title=coverwright-${this.#role}`, join(root, 'services', this.#role, 'dist/main.js')], {
      cwd: root,
      env: this.#env,
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    return child;
  }
}
