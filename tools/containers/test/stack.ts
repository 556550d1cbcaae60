import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ApiClient } from '../../draft/api-client.ts';
import { UserError } from '../../process/user-error.ts';
import { findFreePort } from '../../start/check-port.ts';
import { checkLetters } from './check-letters.ts';
import { Compose, type ComposeOptions } from './compose.ts';
import { finishRuns, startRuns, type StartedRun } from './work.ts';

const listLetters = readFileSync(join(import.meta.dirname, 'list-letters.mjs'), 'utf8');
export const image = 'coverwright:local';
const lookEveryMs = 250;
const backWithinLooks = 240;

/** One stack under a project of its own, and what the test does to it. */
export class Stack {
  readonly api: ApiClient;
  readonly compose: Compose;
  /** Letters asked for so far. */
  asked = 0;

  readonly #options: ComposeOptions;
  readonly #port: number;
  readonly #signal: AbortSignal;

  private constructor(options: ComposeOptions, port: number, signal: AbortSignal) {
    this.#options = options;
    this.#port = port;
    this.#signal = signal;
    this.compose = new Compose({ ...options, settings: { ...options.settings, PORT: String(port) } });
    this.api = new ApiClient(`http://127.0.0.1:${port}`, null);
  }

  static async of(options: ComposeOptions, signal: AbortSignal): Promise<Stack> {
    return new Stack(options, await findFreePort(), signal);
  }

  /** The same stack, volumes and letters as it is with further settings. */
  with(settings: Record<string, string>, profiles: string[]): Stack {
    const options = { ...this.#options, settings: { ...this.#options.settings, ...settings }, profiles };
    const stack = new Stack(options, this.#port, this.#signal);
    stack.asked = this.asked;
    return stack;
  }

  async up(...more: string[]): Promise<void> {
    await this.compose.run(['up', '-d', '--wait', ...more], this.#signal);
  }

  /** Starts some runs, does something to the stack meanwhile, and waits until each has its letter. */
  async runsThrough(count: number, meanwhile: (runs: StartedRun[]) => Promise<void>): Promise<StartedRun[]> {
    const runs = await startRuns(this.api, count);
    this.asked += count;
    await meanwhile(runs);
    await finishRuns(this.api, runs, this.#signal);
    return runs;
  }

  check(): Promise<string> {
    return checkLetters(this.api, () => this.compose.execNode('gateway', listLetters, this.#signal), this.asked);
  }

  /** Kills a service's process as the machine sees it (`docker kill` would count as a wish to stop it), and sees that Docker starts it again. */
  async kill(service: string): Promise<void> {
    const [container = ''] = await this.compose.containers(service);
    const [before] = await this.compose.inspect([container], '{{.State.Pid}}');
    const killer = ['run', '--rm', '--privileged', '--pid=host', '--network=none', '--user=root', '--entrypoint=node', image];
    await this.compose.docker([...killer, '-e', `process.kill(${before}, 'SIGKILL')`], this.#signal);
    await this.untilBack(container, before ?? '');
  }

  /** Stops everything in order; a service that had to be killed, or ended with an error, is a failure. */
  async stop(services: string[]): Promise<void> {
    await this.compose.run(['stop'], this.#signal);
    for (const service of services) {
      const codes = await this.compose.inspect(await this.compose.containers(service), '{{.State.ExitCode}}');
      if (codes.some((code) => code !== '0')) throw new UserError(`${service} did not stop in order: exit codes ${codes.join(', ')}.`);
    }
  }

  private async untilBack(container: string, before: string): Promise<void> {
    for (let look = 0; look < backWithinLooks; look += 1) {
      const [state = ''] = await this.compose.inspect([container], '{{.State.Pid}} {{.RestartCount}} {{.State.Health.Status}}');
      const [pid, restarts, health] = state.split(' ');
      if (pid !== before && restarts !== '0' && health === 'healthy') return;
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
    }
    throw new UserError(`The killed container ${container} was not brought back.`);
  }
}
