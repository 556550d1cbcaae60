import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { loadBuilt } from '../corpora/load-built.ts';
import { root } from '../root.ts';
import type { BenchContext } from './benches.ts';
import { limits, type Visit, type Visited } from './guards/visits.ts';

interface Server {
  name: string;
  scheme: string;
  robots: boolean;
  answer: (socket: NodeJS.WritableStream, target: string) => unknown;
}

interface Testing {
  hostileServers: () => Server[];
  startRawServer: (answer: Server['answer']) => Promise<{ host: string; close: () => Promise<void> }>;
}

/** What hostile servers cost the guarded fetcher in time and memory, beside `fetch` with a time-out. */
export const benchGuards = async ({ say, signal }: BenchContext): Promise<void> => {
  const { hostileServers, startRawServer } = await loadBuilt<Testing>('libs/shared/testing/dist/index.js');
  const servers = hostileServers();
  for (const how of ['guarded', 'plain'] as const) {
    const reader = new Reader();
    try {
      const idle = await reader.visit({ how, url: 'http://127.0.0.1:1/', host: '', deadlineMs: limits.deadlineMs });
      const all: Visited[] = [];
      for (const server of servers) {
        signal.throwIfAborted();
        const { host, close } = await startRawServer((socket, target) =>
          target === '/robots.txt' && !server.robots
            ? socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n')
            : server.answer(socket, target),
        );
        all.push(await reader.visit({ how, url: `${server.scheme}://${host}/`, host, deadlineMs: limits.deadlineMs }));
        await close();
      }
      say(`guards: ${how === 'plain' ? 'fetch with a time-out' : 'guarded fetcher'}: ${describe(all, idle)}`);
    } finally {
      reader.close();
    }
  }
};

/** Reads in a process of its own, and in a new one when that died of it. */
class Reader {
  #child: ChildProcess | null = null;
  #died: Promise<unknown> = Promise.resolve();

  async visit(asked: Visit): Promise<Visited> {
    const child = (this.#child ??= this.#start());
    const began = performance.now();
    const answered = new Promise<Visited>((resolve) => child.once('message', (visited) => resolve(visited as Visited)));
    child.send(asked);
    return await Promise.race([answered, this.#died.then((): Visited => ({ ended: 'died', ms: performance.now() - began, rssMb: 0 }))]);
  }

  close(): void {
    this.#child?.kill('SIGKILL');
  }

  #start(): ChildProcess {
    const child = fork(join(root, 'tools/bench/guards/visit-servers.ts'), {
      execArgv: ['--disable-warning=ExperimentalWarning'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#died = once(child, 'exit').then(() => (this.#child = null));
    return child;
  }
}

const describe = (all: Visited[], idle: Visited): string => {
  const count = (ended: Visited['ended']) => all.filter((visited) => visited.ended === ended).length;
  const slowest = Math.max(...all.map(({ ms }) => ms));
  const grown = Math.max(...all.map(({ rssMb }) => rssMb)) - idle.rssMb;
  return (
    `${all.length} hostile servers: ${count('read')} read, ${count('refused')} refused or failed, ${count('stopped')} ended from outside, ${count('died')} times the process died; ` +
    `slowest ${slowest.toFixed(0)} ms at a deadline of ${limits.deadlineMs} ms; memory grew by ${grown.toFixed(0)} MB`
  );
};
