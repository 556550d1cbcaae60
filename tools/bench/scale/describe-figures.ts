import { cpuTotal } from './drive.ts';
import { growth, type ScaleFigures } from './figures.ts';
import type { DatabaseName, SizeFigures } from './bench-history.ts';

const databases: DatabaseName[] = ['SQLite', 'PostgreSQL'];
const ms = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
const table = (head: string[], rows: string[][]): string =>
  [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

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
    describeFanout(figures),
    '### Start and memory',
    describeStart(figures),
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

const describeWriters = ({ writing: { writers, syncMs }, cores }: ScaleFigures): string => {
  const rows = writers.map(({ database, writers: count, modelMs, runsPerSecond, cpu, clientMs, redisKb }) => [
    database,
    String(count),
    modelMs === 0 ? 'at once' : `after ${modelMs} ms`,
    runsPerSecond.toFixed(1),
    ...[cpu.gateway, cpu.writers, cpu.redis, cpu.postgres, cpuTotal(cpu)].map((value) => ms(value)),
    `${(((cpuTotal(cpu) + clientMs) * runsPerSecond) / 10 / cores).toFixed(0)} %`,
    `${redisKb.toFixed(1)} kB`,
  ]);
  const head = [
    '',
    'writers',
    'model answers',
    'letters a second',
    'gateway ms',
    'writers ms',
    'Redis ms',
    'PostgreSQL ms',
    'all ms',
    'processors busy',
    'left in Redis',
  ];
  const judged = databases.flatMap((database) =>
    [...new Set(writers.map(({ modelMs }) => modelMs))].map((modelMs) => {
      const rate = (count: number) =>
        writers.find((each) => each.database === database && each.writers === count && each.modelMs === modelMs)?.runsPerSecond ?? NaN;
      return `- ${database}, model answers ${modelMs === 0 ? 'at once' : `after ${modelMs} ms`}: three writers do ${(rate(3) / rate(1)).toFixed(2)} times what one does`;
    }),
  );
  return `Milliseconds are processor time for one letter; the processors are busy with it and with the client that asks. One written block is on the disk after ${syncMs.toFixed(1)} ms.\n\n${table(head, rows)}\n\n${judged.join('\n')}`;
};

const describeFanout = ({ fanout }: ScaleFigures): string =>
  table(
    [
      'pages on one application',
      'first hears p50',
      'last hears p50',
      'last hears p95',
      'processor while nothing happens',
      'memory of the gateway',
    ],
    fanout.map(({ clients, firstP50, lastP50, lastP95, idleShare, gatewayMb }) => [
      String(clients),
      `${ms(firstP50)} ms`,
      `${ms(lastP50)} ms`,
      `${ms(lastP95)} ms`,
      `${(idleShare * 100).toFixed(1)} %`,
      `${gatewayMb.toFixed(0)} MB`,
    ]),
  );

const describeStart = ({ start }: ScaleFigures): string => {
  const rows = start.processes.map(({ process: name, own, resident }) => [name, own.toFixed(0), resident.toFixed(0)]);
  const sum = start.processes
    .filter(({ process: name }) => ['gateway', 'researcher', 'writer'].includes(name))
    .reduce((total, { own }) => total + own, 0);
  return `${table(['', 'MB (shared pages by share)', 'MB (resident)'], rows)}\n\n- ready ${start.startSeconds.toFixed(1)} s after the command (median)\n- the three services together: ${sum.toFixed(0)} MB (goal at most ${goals.memoryMb} MB: ${sum <= goals.memoryMb ? 'reached' : 'missed'})`;
};

const judge = (value: number, goal: number): string =>
  `${value.toFixed(2)}× (goal at most ${goal}×: ${value <= goal ? 'reached' : 'missed'})`;
