import { growth, type ScaleFigures } from './figures.ts';
import type { FanoutFigures } from './bench-fanout.ts';
import type { SizeFigures } from './bench-history.ts';
import type { StartFigures } from './bench-memory.ts';
import { describeWriters } from './describe-writers.ts';
import { databases, ms, table } from './describe.ts';

const goals = {
  listGrowth: 2,
  costGrowth: 1.2,
  memoryMb: 300,
};

/** The figures as Markdown: what docs/performance.md shows and the terminal prints. */
export const describeFigures = (figures: ScaleFigures): string =>
  [
    `Measured ${figures.measuredAt.slice(0, 10)} on ${figures.machine}.`,
    '### Lists, history and runs by number of applications',
    describeSizes(figures.sizes),
    '### Letters a second, by writers',
    describeWriters(figures),
    '### Events to many pages',
    describeFanout(figures.fanout),
    '### Start and memory',
    describeStart(figures.start),
  ].join('\n\n');

const describeSizes = (sizes: SizeFigures[]): string => {
  const head = [
    '',
    'applications',
    'list p95',
    'by status p95',
    'by company p95',
    'search p95',
    'rare search p95',
    'history p95',
    'letters p95',
    'run',
    'run, processor time',
    'ready after',
  ];
  const rows = sizes
    .toSorted((a, b) => a.database.localeCompare(b.database) || a.applications - b.applications)
    .map((each) => [
      each.database,
      each.applications.toLocaleString('en'),
      ...[each.listP95, each.filteredP95, each.sortedP95, each.searchP95, each.rareP95].map((value) => `${ms(value)} ms`),
      ...[each.historyP95, each.letterP95, each.runMs, each.runCpuMs].map((value) => `${ms(value)} ms`),
      `${each.startSeconds.toFixed(1)} s`,
    ]);
  const judged = databases.flatMap((database) => {
    const own = sizes.filter((each) => each.database === database);
    const list = growth(own, ({ listP95 }) => listP95);
    const history = growth(own, ({ historyP95 }) => historyP95);
    const wall = growth(own, ({ runMs }) => runMs);
    const cpu = growth(own, ({ runCpuMs }) => runCpuMs);
    return [
      `- ${database}, list p95 over the smallest: ${judge(list, goals.listGrowth)}; history: ${judge(history, goals.listGrowth)}`,
      `- ${database}, cost of a run over the smallest: time ${judge(wall, goals.costGrowth)}, processor time ${judge(cpu, goals.costGrowth)}`,
    ];
  });
  return `${table(head, rows)}\n\n${judged.join('\n')}`;
};

export const describeFanout = (fanout: FanoutFigures[]): string => {
  const rows = fanout.map(({ clients, addresses, firstP50, lastP50, lastP95, idleShare, gatewayMb }) => [
    String(clients),
    String(addresses),
    ...[firstP50, lastP50, lastP95].map((value) => `${ms(value)} ms`),
    `${(idleShare * 100).toFixed(1)} %`,
    `${gatewayMb.toFixed(0)} MB`,
  ]);
  const head = [
    'pages on one application',
    'from addresses',
    'first hears p50',
    'last hears p50',
    'last hears p95',
    'processor while nothing happens',
    'memory of the gateway',
  ];
  return `From the request for a letter until the page hears that it is saved. The pages come from several addresses, because one address may open a hundred streams.\n\n${table(head, rows)}`;
};

export const describeStart = (start: StartFigures): string => {
  const rows = start.processes.map(({ process: name, own, resident }) => [name, own.toFixed(0), resident.toFixed(0)]);
  const services = start.processes.filter(({ process: name }) => ['gateway', 'researcher', 'writer'].includes(name));
  const [own, resident] = [services.reduce((sum, each) => sum + each.own, 0), services.reduce((sum, each) => sum + each.resident, 0)];
  return `What each process holds when nothing has happened for a while, with the processes it has started. The first column is what the machine has less: pages that several processes share (the Node program itself) count once, by shares (Linux: Pss). The second counts them for each process, as most tools do (VmRSS).

${table(['', 'MB (shared pages by share)', 'MB (resident)'], rows)}

- ready ${start.startSeconds.toFixed(1)} s after the command (median)
- the three services together: ${own.toFixed(0)} MB (goal at most ${goals.memoryMb} MB: ${own <= goals.memoryMb ? 'reached' : 'missed'}); ${resident.toFixed(0)} MB when what they share is counted three times`;
};

const judge = (value: number, goal: number): string =>
  `${value.toFixed(2)}× (goal at most ${goal}×: ${value <= goal ? 'reached' : 'missed'})`;
