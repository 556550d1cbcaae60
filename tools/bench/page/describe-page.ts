import type { LagFigures } from './measure-lag.ts';
import type { LighthouseFigures } from './measure-lighthouse.ts';
import type { ListFigures } from './measure-lists.ts';
import type { LoadFigures } from './measure-load.ts';
import type { LongFigures } from './measure-long.ts';

/** Everything `npm run bench -- page` measures in one run; what was not asked for is missing. */
export interface PageFigures {
  measuredAt: string;
  machine: string;
  load?: LoadFigures[];
  lighthouse?: LighthouseFigures[];
  lag?: LagFigures[];
  lists?: ListFigures[];
  long?: LongFigures[];
}

const goals = { score: 0.98, gzipBytes: 130_000, lagP95: 100, lists: 1.5, frameMs: 100 };

const table = (head: string[], rows: string[][]): string =>
  [head, head.map((_, column) => (column === 0 ? '---' : '---:')), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const ms = (value: number): string => `${value.toFixed(0)} ms`;
const against = (goal: string, reached: boolean): string => `${goal}: ${reached ? 'reached' : 'missed'}`;

/** The figures as Markdown, each beside its reference and its goal. */
export const describePage = (figures: PageFigures): string =>
  [
    `Measured ${figures.measuredAt.slice(0, 10)} on ${figures.machine}.`,
    figures.load && describeLoad(figures.load),
    figures.lighthouse && describeLighthouse(figures.lighthouse),
    figures.lag && describeLag(figures.lag),
    figures.lists && describeLists(figures.lists),
    figures.long && describeLong(figures.long),
  ]
    .filter((part) => part !== undefined)
    .join('\n\n');

const describeLoad = (rows: LoadFigures[]): string =>
  table(
    ['First load of', 'scripts', 'JavaScript, gzip', 'of it the base', 'goal'],
    rows.map(({ what, scripts, gzipBytes, shareOfBase }) => [
      what,
      String(scripts),
      `${(gzipBytes / 1000).toFixed(1)} kB`,
      `${(shareOfBase * 100).toFixed(0)} %`,
      against('130 kB', gzipBytes <= goals.gzipBytes),
    ]),
  );

const describeLighthouse = (rows: LighthouseFigures[]): string =>
  table(
    [
      'Lighthouse (phone, slow line)',
      'performance',
      'accessibility',
      'best practices',
      'SEO',
      'first paint',
      'largest paint',
      'blocked',
      'goal',
    ],
    rows.map((row) => {
      const scores = [row.performance, row.accessibility, row['best-practices'], row.seo];
      const isReference = row.what === 'an empty page';
      return [
        row.what,
        ...scores.map((score) => score.toFixed(2)),
        ...[row.fcp, row.lcp, row.blocked].map(ms),
        isReference
          ? 'reference'
          : against(
              '0.98',
              scores.every((score) => score >= goals.score),
            ),
      ];
    }),
  );

const describeLag = (rows: LagFigures[]): string =>
  table(
    ["From the worker's event to", 'events', 'p50', 'p95', 'goal'],
    rows.map(({ what, events, p50, p95 }, index) => [
      what,
      String(events),
      ms(p50),
      ms(p95),
      index === 0 ? against('p95 100 ms', p95 <= goals.lagP95) : 'reference',
    ]),
  );

const describeLists = (rows: ListFigures[]): string =>
  table(
    ['First application painted', 'of 50', 'of 5,000', 'ratio', 'goal'],
    rows.map(({ what, few, many }) => [what, ms(few), ms(many), `${(many / few).toFixed(2)}×`, against('1.5×', many <= few * goals.lists)]),
  );

const describeLong = (rows: LongFigures[]): string =>
  table(
    ['Longest frame while', '3 turns, 2 versions', '200 turns, 200 versions', 'goal'],
    rows.map(({ what, short, long }) => [
      what,
      ms(short),
      ms(long),
      what === 'opening' ? 'for comparison' : against('100 ms', long <= goals.frameMs),
    ]),
  );
