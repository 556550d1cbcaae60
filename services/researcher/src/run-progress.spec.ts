import type { SourceReport } from '@coverwright/contracts';
import { describe, expect, it } from '@jest/globals';
import { RunProgress } from './run-progress.ts';

const read: SourceReport = { url: 'https://a.example/', outcome: 'fetched', title: 'About Acme', reason: null };

function watch() {
  const said: { percent: number; message: string; pages_done?: number; pages_total?: number }[] = [];
  const sources: SourceReport[] = [];
  const run = { report: (percent: number, message: string, more = {}) => void said.push({ percent, message, ...more }) };
  return { said, sources, progress: new RunProgress(run, sources, 8) };
}

describe('the progress of research', () => {
  it('says what is read, what was read and what could not be', () => {
    const { said, sources, progress } = watch();
    progress.reading('https://a.example/');
    progress.page(read, 1, 1);
    progress.page({ ...read, outcome: 'refused', reason: 'It said no.' }, 2, 2);
    expect(said.map(({ message }) => message)).toEqual([
      'Reading https://a.example/',
      'Read About Acme',
      'Could not read https://a.example/: It said no.',
    ]);
    expect(said[2]).toMatchObject({ pages_done: 2, pages_total: 2, sources });
  });

  it('never goes back, although pages are found while others are read', () => {
    const { said, progress } = watch();
    progress.expectModel(null);
    for (const [done, total] of [
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 8],
      [8, 8],
    ] as const)
      progress.page(read, done, total);
    const percents = said.map(({ percent }) => Math.round(percent));
    expect(percents).toEqual([33, 67, 100, 100, 100]);
  });

  it('leaves the larger part of the bar to a model', () => {
    const { said, progress } = watch();
    progress.page(read, 3, 3);
    progress.call(1, 4);
    progress.call(4, 4);
    expect(said.map(({ percent }) => percent)).toEqual([40, 40, 85]);
    expect(said.at(-1)?.message).toContain('part 4 of 4');
  });
});
