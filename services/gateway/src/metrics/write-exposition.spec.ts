import { describe, expect, it } from '@jest/globals';
import { metricCatalog, seriesName } from '@coverwright/server';
import { writeExposition } from './write-exposition.ts';

const stepSeconds = (step: string, le: number | string) => seriesName('coverwright_step_seconds_bucket', { step, le });

describe('writeExposition', () => {
  it('writes each metric under its help and type, also one that has counted nothing yet', () => {
    const lines = writeExposition({ 'coverwright_steps_total{outcome="done",step="write"}': '3' }, []).split('\n');
    const at = lines.indexOf('# TYPE coverwright_steps_total counter');
    expect(lines[at + 1]).toBe('coverwright_steps_total{outcome="done",step="write"} 3');
    for (const name of Object.keys(metricCatalog)) expect(lines).toContainEqual(expect.stringMatching(`^# HELP ${name} \\S`));
    expect(lines.at(-1)).toBe('');
  });

  it('keeps the series of a histogram together, its buckets ascending, whatever the order they come in', () => {
    const sums = Object.fromEntries(
      ['write', 'research'].flatMap((step) => ['+Inf', 5, 0.5, 60].map((le) => [stepSeconds(step, le), '1'] as const)),
    );
    const buckets = writeExposition(sums, [])
      .split('\n')
      .filter((line) => line.startsWith('coverwright_step_seconds_bucket'));
    const of = (step: string) => [0.5, 5, 60, '+Inf'].map((le) => `${stepSeconds(step, le)} 1`);
    expect(buckets).toEqual([...of('research'), ...of('write')]);
  });

  it('leaves out what another version has counted', () => {
    expect(writeExposition({ coverwright_long_gone_total: '7' }, [])).not.toContain('long_gone');
  });
});
