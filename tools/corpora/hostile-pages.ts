import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Corpus } from './corpora.ts';
import { loadBuilt } from './load-built.ts';

interface Page {
  format: 'html' | 'text';
  text: string;
}

interface Parser {
  PageParser: new (onFault: (error: unknown) => void) => {
    extract: (page: Page & { url: string }, signal: AbortSignal) => Promise<unknown>;
    close: () => void;
  };
}

interface Bombs {
  markupBombs: () => { name: string; format: Page['format']; make: () => string }[];
}

interface Outcome {
  reason: string | null;
  ms: number;
}

/** The html5lib tree cases and pages made to cost minutes or gigabytes, read as the product reads pages: what it costs the service around. */
export const hostilePages: Corpus = {
  name: 'hostile-pages',
  file: 'security/html/tree-construction/tests1.dat',
  run: async (folder) => {
    const { PageParser } = await loadBuilt<Parser>('services/researcher/dist/parse/page-parser.js');
    const { markupBombs } = await loadBuilt<Bombs>('libs/shared/testing/dist/hostile/markup-bombs.js');
    const faults: string[] = [];
    const parser = new PageParser((error) => faults.push(String(error).split('\n')[0] ?? ''));
    const visit = async (page: Page): Promise<Outcome> => {
      const began = performance.now();
      const reason = await parser.extract({ ...page, url: 'https://example.com/' }, AbortSignal.timeout(60_000)).then(
        () => null,
        (error: Error) => (error.name === 'ExtractFailed' ? error.message : `${error.name}: ${error.message}`),
      );
      return { reason, ms: performance.now() - began };
    };

    const lag = monitorEventLoopDelay({ resolution: 5 });
    const own = watchOwnWork();
    const cases = await readTreeCases(join(folder, 'security/html/tree-construction'));
    lag.enable();
    const trees: Outcome[] = [];
    for (const text of cases) trees.push(await visit({ format: 'html', text }));
    const bombs: Outcome[] = [];
    for (const { name, format, make } of markupBombs()) {
      // Making a bomb is no work of the product's.
      lag.disable();
      own.pause();
      const page = { format, text: make() };
      lag.enable();
      own.goOn();
      const outcome = await visit(page);
      bombs.push(outcome);
      if (outcome.ms > 1000) console.error(`hostile-pages: ${name}: ${outcome.ms.toFixed(0)} ms, ${outcome.reason ?? 'read'}`);
    }
    lag.disable();
    own.pause();
    parser.close();
    for (const fault of faults) console.error(`hostile-pages: ${fault}`);
    return `${say('tree cases', trees)}; ${say('bombs', bombs)}; ${faults.length} faults of our own, process alive, event loop late by ${(lag.max / 1e6).toFixed(0)} ms at most, by work of its own ${own.most().toFixed(0)} ms`;
  },
};

/** Milliseconds of CPU this thread used at most in one go: what holds up the event loop, however busy the machine is otherwise. */
const watchOwnWork = () => {
  let most = 0;
  let before = process.threadCpuUsage();
  let timer: NodeJS.Timeout;
  const look = () => {
    const { user, system } = process.threadCpuUsage(before);
    most = Math.max(most, (user + system) / 1000);
    before = process.threadCpuUsage();
  };
  const goOn = () => {
    before = process.threadCpuUsage();
    timer = setInterval(look, 1);
  };
  goOn();
  return { pause: () => clearInterval(timer), goOn, most: () => most };
};

const say = (what: string, outcomes: Outcome[]): string => {
  const slowest = Math.max(...outcomes.map(({ ms }) => ms));
  const read = outcomes.filter(({ reason }) => reason === null).length;
  const ended = outcomes.filter(({ reason }) => /too long|too much memory/.test(reason ?? '')).length;
  return `${outcomes.length} ${what}: ${read} read, ${outcomes.length - read - ended} refused, ${ended} ended, slowest ${slowest.toFixed(0)} ms`;
};

const readTreeCases = async (folder: string): Promise<string[]> => {
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.dat'));
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  return texts.flatMap((text) => [...text.matchAll(/^#data\n([^]*?)\n#errors/gm)].map((found) => found[1] ?? ''));
};
