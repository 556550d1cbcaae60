import { fork, type ChildProcess } from 'node:child_process';
import { startDeadline } from '@coverwright/server';
import { ExtractFailed } from '../extract/load-html.ts';
import { orAborted } from '../fetch/watch-progress.ts';
import { OUT_OF_MEMORY, type Answer, type Asked, type ThreadLimits } from './parse-messages.ts';

/** Its thread keeps the time of a task; this is for a helper that does not start or stopped working altogether. */
const HELPER_MS = 30_000;
/** Nothing of the settings, the secrets among them, is needed to read a page; this much is needed to run at all. */
const ENVIRONMENT = ['PATH', 'LD_LIBRARY_PATH', 'SystemRoot', 'TZ', 'NODE_COMPILE_CACHE'];

const BROKEN = 'The page is built in a way that could not be read.';

/** A process that answers one task at a time. Like the thread in it, it may be of no use after one that went wrong. */
export class HelperProcess {
  readonly #child: ChildProcess;
  readonly #limits: ThreadLimits;
  #closed = false;

  /** @param script what the thread runs: a file that calls serveTasks. */
  constructor(script: URL, limits: ThreadLimits) {
    const fromSources = import.meta.url.endsWith('.ts');
    this.#limits = limits;
    this.#child = fork(
      new URL(fromSources ? './parse-helper.ts' : './parse-helper.js', import.meta.url),
      [script.href, JSON.stringify(limits)],
      {
        env: Object.fromEntries(ENVIRONMENT.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))),
        execArgv: fromSources ? ['--conditions=source', '--disable-warning=ExperimentalWarning'] : [],
        serialization: 'advanced',
        // V8 writes pages about its end, which says nothing that the answer does not.
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      },
    );
    this.#rest();
  }

  get isUsable(): boolean {
    return this.#child.connected && !this.#closed;
  }

  /** @throws ExtractFailed when the page is at fault, with a `cause` when our code may be; or the signal's reason. */
  async run(asked: Asked, signal: AbortSignal): Promise<unknown> {
    this.#child.ref();
    this.#child.channel?.ref();
    try {
      const answer = await orAborted(this.#ask(asked), signal);
      if (answer.outcome === 'refused') throw new ExtractFailed(answer.reason);
      if (answer.outcome === 'broken') throw Object.assign(new ExtractFailed(BROKEN), { cause: answer.trace });
      if (answer.outcome === 'unusable') throw new Error('The thread that reads pages could not start.', { cause: answer.trace });
      return answer.value;
    } catch (error) {
      if (signal.aborted) this.close();
      throw error;
    } finally {
      this.#rest();
    }
  }

  close(): void {
    this.#closed = true;
    this.#child.kill('SIGKILL');
  }

  /** Without a task it keeps no process alive. */
  #rest(): void {
    this.#child.unref();
    this.#child.channel?.unref();
  }

  async #ask(asked: Asked): Promise<Answer> {
    const child = this.#child;
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    const onExit = (code: number | null, killedBy: string | null) => {
      // V8 ends a process that is out of memory with a signal, and so does a system that is.
      const outOfMemory = killedBy !== null && !this.#closed;
      reject(outOfMemory ? new ExtractFailed(OUT_OF_MEMORY) : new Error(`The process that reads pages ended (${code ?? killedBy}).`));
    };
    const onLate = () => {
      this.close();
      reject(new Error('The process that reads pages did not answer.'));
    };
    const deadline = startDeadline(HELPER_MS + this.#limits.taskMs, onLate);
    child.once('message', resolve).once('error', reject).once('exit', onExit);
    try {
      child.send(asked, (error) => error && reject(error));
      return await promise;
    } finally {
      deadline.clear();
      child.off('message', resolve).off('error', reject).off('exit', onExit);
    }
  }
}
