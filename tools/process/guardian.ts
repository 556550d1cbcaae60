import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { join } from 'node:path';

export interface OwnedOptions extends SpawnOptions {
  /** Ended after all others when the launcher is killed. */
  endLast?: boolean;
}

/**
 * Starts children that cannot outlive this process. Each is the leader of a process group of its own (a Ctrl-C in the terminal
 * reaches the launcher alone, which then stops them in order), and a small shell ends the groups when this process is gone.
 */
export class Guardian {
  readonly #owned = new Map<number, '+' | '='>();
  #shell: ChildProcess | null = null;

  spawn(command: string, args: string[], options: OwnedOptions = {}): ChildProcess {
    const { endLast = false, ...rest } = options;
    this.#shell ??= this.#startShell();
    const child = spawn(command, args, { ...rest, detached: true });
    const { pid } = child;
    if (pid === undefined) return child;
    this.#owned.set(pid, endLast ? '=' : '+');
    this.#tell(`${endLast ? '=' : '+'}${pid}`);
    child.once('exit', () => {
      this.#owned.delete(pid);
      this.#tell(`-${pid}`);
    });
    return child;
  }

  /** Makes every owned process end now. */
  killAll(): void {
    for (const pid of this.#owned.keys()) signalGroup(pid, 'SIGKILL');
  }

  #startShell(): ChildProcess {
    const shell = spawn('sh', [join(import.meta.dirname, 'guardian.sh')], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
    shell.unref();
    // A broken pipe only says that the shell was killed; its exit brings the next one.
    shell.stdin?.on('error', () => undefined);
    shell.once('exit', () => {
      this.#shell = this.#startShell();
      for (const [pid, mark] of this.#owned) this.#tell(`${mark}${pid}`);
    });
    return shell;
  }

  #tell(line: string): void {
    this.#shell?.stdin?.write(`${line}\n`);
  }
}

/** Signals a whole process group; one that is already gone is fine. */
export const signalGroup = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    // macOS says EPERM of a group whose processes have ended but were not waited for yet.
    if (!['ESRCH', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
};
