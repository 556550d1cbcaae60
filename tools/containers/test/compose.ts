import { join } from 'node:path';
import { signalGroup, type Guardian } from '../../process/guardian.ts';
import { UserError } from '../../process/user-error.ts';
import { root } from '../../root.ts';

export interface ComposeOptions {
  guardian: Guardian;
  /** Keeps its containers and volumes apart from everybody else's. */
  project: string;
  /** What a person would have in `.env`. */
  settings: Record<string, string>;
  profiles?: string[];
}

const limitMs = 10 * 60_000;
/** Of the person's own environment only what reaches Docker: settings of a stack of theirs must not leak into the test. */
const isKept = (name: string): boolean => /^(PATH|HOME|XDG_.*|DOCKER_.*|BUILDKIT_.*|https?_proxy|no_proxy)$/i.test(name);

/** `docker compose` for one project, with the file that adds the test's company site. */
export class Compose {
  readonly #guardian: ComposeOptions['guardian'];
  readonly #env: NodeJS.ProcessEnv;
  readonly #head: string[];

  constructor(options: ComposeOptions) {
    this.#guardian = options.guardian;
    this.#env = { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => isKept(name))), ...options.settings };
    const files = ['docker-compose.yml', 'tools/containers/test/docker-compose.site.yml'].flatMap((file) => ['-f', join(root, file)]);
    const profiles = (options.profiles ?? []).flatMap((profile) => ['--profile', profile]);
    this.#head = ['compose', '--env-file', '/dev/null', '-p', options.project, '--project-directory', root, ...files, ...profiles];
  }

  /** Its standard output. Fails with what the command said last. */
  run(args: string[], signal?: AbortSignal): Promise<string> {
    return this.docker([...this.#head, ...args], signal);
  }

  docker(args: string[], signal?: AbortSignal): Promise<string> {
    signal?.throwIfAborted();
    const child = this.#guardian.spawn('docker', args, { cwd: root, env: this.#env, stdio: ['ignore', 'pipe', 'pipe'] });
    const said: Buffer[] = [];
    const all: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => void (said.push(chunk), all.push(chunk)));
    child.stderr?.on('data', (chunk: Buffer) => void all.push(chunk));
    const stop = () => {
      if (child.pid !== undefined) signalGroup(child.pid, 'SIGTERM');
    };
    const limit = setTimeout(stop, limitMs);
    signal?.addEventListener('abort', stop, { once: true });
    return new Promise((resolve, reject) => {
      const done = (code: number | null, more: string) => {
        clearTimeout(limit);
        signal?.removeEventListener('abort', stop);
        if (code === 0) return resolve(Buffer.concat(said).toString());
        const last = `${Buffer.concat(all).toString()}${more}`.trim().split('\n').slice(-15).join('\n');
        reject(
          new UserError(
            `docker ${args
              .filter((arg) => !this.#head.includes(arg))
              .join(' ')
              .slice(0, 200)} failed (${code ?? 'stopped'}):\n${last}`,
          ),
        );
      };
      child.once('error', (error) => done(127, error.message));
      child.once('close', (code) => done(code, ''));
    });
  }

  /** Names of the containers of a service, running or not. */
  async containers(service: string): Promise<string[]> {
    return (await this.run(['ps', '-a', '-q', service])).split('\n').filter((id) => id !== '');
  }

  /** One value of each container, by a Go template. */
  async inspect(ids: string[], template: string): Promise<string[]> {
    return (await this.docker(['inspect', '-f', template, ...ids])).trim().split('\n');
  }

  /** Runs a script of this folder with Node inside a service. */
  execNode(service: string, script: string, signal?: AbortSignal): Promise<string> {
    return this.run(['exec', '-T', service, 'node', '--input-type=module', '-e', script], signal);
  }

  /** Everything of the project goes, its volumes too. */
  async remove(): Promise<void> {
    await this.run(['down', '-v', '--remove-orphans', '--timeout', '20']);
  }
}
