import type { ChildProcess } from 'node:child_process';
import { defaultBackOff, pauseBefore, type BackOff } from './back-off.ts';
import { signalGroup } from './guardian.ts';
import { UserError } from './user-error.ts';

export interface Supervised {
  name: string;
  start: () => ChildProcess;
  /** Resolves when this child can do its work; called for each start. */
  whenReady: (child: ChildProcess) => Promise<void>;
  say: (line: string) => void;
  backOff?: BackOff;
  /** Deaths before the first readiness after which the start counts as failed. */
  giveUpAfter?: number;
}

/** Keeps one child running: a death is named and followed by a new start after a growing pause. */
export class Supervisor {
  readonly ready: Promise<void>;
  readonly #spec: Supervised;
  readonly #backOff: BackOff;
  #child: ChildProcess | null = null;
  #timer: NodeJS.Timeout | null = null;
  #deaths = 0;
  #stopping = false;
  #wasReady = false;
  #resolve: () => void = () => undefined;
  #reject: (error: Error) => void = () => undefined;

  constructor(spec: Supervised) {
    this.#spec = spec;
    this.#backOff = spec.backOff ?? defaultBackOff;
    this.ready = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    // Whoever awaits `ready` sees the failure; nobody may be awaiting it yet when it comes.
    this.ready.catch(() => undefined);
    this.#start();
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  /** Asks the child to end, makes it end after `grace` milliseconds, and resolves when it is gone. */
  async stop(grace: number, how: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    this.#stopping = true;
    this.#reject(new Error(`${this.#spec.name} was stopped`));
    if (this.#timer) clearTimeout(this.#timer);
    await this.#end(grace, how);
  }

  /** Ends the child; the next one starts at once and the pause does not grow. */
  async restart(grace: number): Promise<void> {
    this.#deaths = -1;
    await this.#end(grace);
  }

  async #end(grace: number, how: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    const child = this.#child;
    if (!child?.pid) return;
    const { pid } = child;
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    signalGroup(pid, how);
    const timer = setTimeout(() => {
      this.#spec.say(`${this.#spec.name} did not end within ${grace / 1000} s and is killed.`);
      signalGroup(pid, 'SIGKILL');
    }, grace);
    await gone;
    clearTimeout(timer);
  }

  #start(): void {
    const child = this.#spec.start();
    const startedAt = Date.now();
    this.#child = child;
    child.once('error', (error) => this.#ended(child, startedAt, error.message));
    child.once('exit', (code, signal) => this.#ended(child, startedAt, signal ? `signal ${signal}` : `exit code ${code}`));
    this.#spec.whenReady(child).then(
      () => this.#becameReady(),
      (error: unknown) => {
        if (this.#child === child && !this.#stopping) this.#spec.say(`${this.#spec.name} is not ready: ${String(error)}`);
      },
    );
  }

  #becameReady(): void {
    if (this.#wasReady && !this.#stopping) this.#spec.say(`${this.#spec.name} is back.`);
    this.#wasReady = true;
    this.#resolve();
  }

  #ended(child: ChildProcess, startedAt: number, why: string): void {
    if (this.#child !== child) return;
    this.#child = null;
    if (this.#stopping) return;
    if (this.#deaths < 0) {
      this.#deaths = 0;
      this.#start();
      return;
    }
    if (Date.now() - startedAt >= this.#backOff.calmAfter) this.#deaths = 0;
    const { name, giveUpAfter = 5, say } = this.#spec;
    if (!this.#wasReady && this.#deaths + 1 >= giveUpAfter) {
      this.#reject(
        new UserError(`${name} ended ${giveUpAfter} times before it was ready, the last time with ${why}. Its last lines above say why.`),
      );
      return;
    }
    const pause = pauseBefore(this.#deaths++, this.#backOff);
    this.#timer = setTimeout(() => this.#start(), pause);
    say(`${name} ended with ${why}; it is started again in ${pause / 1000} s.`);
  }
}
