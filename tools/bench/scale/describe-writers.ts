import { cpuTotal } from './drive.ts';
import type { DatabaseName } from './bench-history.ts';
import type { WriterFigures } from './bench-writers.ts';
import { databases, ms, table } from './describe.ts';
import type { ScaleFigures } from './figures.ts';

/** Half of the processors gone and this share of the letters left, or less: they are what it takes. With two of them 0.5 is all of it. */
const processorsMatter = 0.7;
const diskMatters = 1.3;
/** Who comes to a lock that is taken for so long waits more often than not. */
const lockMatters = 0.6;

export const describeWriters = ({ writing: { writers, syncMs }, cores }: ScaleFigures): string => {
  const rows = writers.map((each) => [
    each.database,
    String(each.writers),
    each.modelMs === 0 ? 'at once' : `after ${each.modelMs} ms`,
    each.runsPerSecond.toFixed(1),
    ...[each.cpu.gateway, each.cpu.writers, each.cpu.redis, each.cpu.postgres, cpuTotal(each.cpu)].map(ms),
    `${(each.busy * 100).toFixed(0)} %`,
    each.lockHeld === null ? '' : `${(each.lockHeld * 100).toFixed(0)} %`,
    ...[each.onOneProcessor, each.withoutDisk].map((rate) => rate?.toFixed(0) ?? ''),
    each.modelMs === 0 ? `${each.redisKb.toFixed(1)} kB` : '',
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
    'write lock taken',
    'a second on one processor',
    'a second without a disk',
    'left in Redis',
  ];
  const said = [
    'Milliseconds are processor time for one letter; _processors busy_ counts everything on the machine, the client that asks and the disk included.',
    'SQLite has one write lock, which was asked for every 3 ms to see whether somebody holds it.',
    'To find the limit, the same was done once more with gateway, writers, queue and database on one processor, and once with every file in memory and nothing synced.',
    `One written block is on the disk after ${syncMs.toFixed(1)} ms.`,
  ];
  const compared = databases.flatMap((database) =>
    [...new Set(writers.map(({ modelMs }) => modelMs))].map((modelMs) => compare(database, modelMs, writers)),
  );
  const limits = writers.filter(({ modelMs }) => modelMs === 0).flatMap((each) => findLimit(each, cores));
  return `${said.join(' ')}\n\n${table(head, rows)}\n\n${[...compared, ...limits].join('\n')}`;
};

const compare = (database: DatabaseName, modelMs: number, writers: WriterFigures[]): string => {
  const rate = (count: number) =>
    writers.find((each) => each.database === database && each.writers === count && each.modelMs === modelMs)?.runsPerSecond ?? NaN;
  return `- ${database}, model answers ${modelMs === 0 ? 'at once' : `after ${modelMs} ms`}: three writers do ${(rate(3) / rate(1)).toFixed(2)} times what one does`;
};

/** What changes when one thing is taken away or given says what there is too little of. */
const findLimit = (
  { database, writers, runsPerSecond, onOneProcessor, withoutDisk, busy, lockHeld }: WriterFigures,
  cores: number,
): string[] => {
  if (onOneProcessor === null || withoutDisk === null) return [];
  const [halved, freed] = [onOneProcessor / runsPerSecond, withoutDisk / runsPerSecond];
  const causes = [
    ...(lockHeld !== null && lockHeld >= lockMatters ? [`the write lock, taken ${(lockHeld * 100).toFixed(0)} % of the time`] : []),
    ...(halved <= processorsMatter ? ['the processors'] : []),
    ...(freed >= diskMatters ? ['waiting for the disk, one commit after the other'] : []),
  ];
  return [
    `- ${database}, ${writers} writer${writers === 1 ? '' : 's'}, limit: ${causes.join(' and ') || 'neither alone'} (one processor instead of ${cores}: ${halved.toFixed(2)} times as many letters; no disk: ${freed.toFixed(2)} times; ${(busy * 100).toFixed(0)} % of the processors busy)`,
  ];
};
