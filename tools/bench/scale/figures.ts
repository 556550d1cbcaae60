import type { SizeFigures } from './bench-history.ts';
import type { WriterFigures } from './bench-writers.ts';
import type { FanoutFigures } from './bench-fanout.ts';
import type { StartFigures } from './bench-memory.ts';

/** Everything `npm run bench -- scale` measures in one run. */
export interface ScaleFigures {
  measuredAt: string;
  machine: string;
  sizes: SizeFigures[];
  writers: WriterFigures[];
  fanout: FanoutFigures[];
  start: StartFigures;
}

/** Largest of a measure over its smallest size, for one database. */
export const growth = (sizes: SizeFigures[], of: (figures: SizeFigures) => number): number => {
  const [smallest, ...others] = sizes.toSorted((a, b) => a.applications - b.applications);
  if (smallest === undefined) return NaN;
  return Math.max(...others.map((figures) => of(figures) / of(smallest)));
};
