import { describe, expect, it } from '@jest/globals';
import type { SizeFigures } from './bench-history.ts';
import { drawPlot } from './draw-plot.ts';
import { growth } from './figures.ts';

const figures = (applications: number, value: number): SizeFigures => ({
  database: 'SQLite',
  applications,
  startSeconds: 1,
  listP95: value,
  filteredP95: 1,
  sortedP95: 1,
  searchP95: 1,
  rareP95: 1,
  historyP95: value,
  letterP95: 1,
  runMs: value,
  runCpuMs: 1,
});

describe('figures by size', () => {
  it('grow by the worst size over the smallest, in whatever order they come', () => {
    expect(growth([figures(50_000, 3), figures(100, 2), figures(5000, 5)], ({ listP95 }) => listP95)).toBe(2.5);
  });

  it('are drawn as multiples of the smallest size, and stay inside the plot', () => {
    const svg = drawPlot([figures(100, 2), figures(50_000, 200)]);
    expect(svg).toContain('points="56.0,220.0 510.0,36.0"');
    expect(svg).not.toContain('NaN');
  });
});
