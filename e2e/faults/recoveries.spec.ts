import { describe, expect, it } from '@jest/globals';
import { circumstanceOf, sayLongest, sayRecoveries, type Disturbance, type Recovery } from './recoveries.ts';

const recovery = (fields: Partial<Recovery> = {}): Recovery => ({
  jobId: 'a',
  stage: 'writing',
  heldSince: 1000,
  diedAt: 2000,
  movedAt: 8000,
  ...fields,
});

describe('the circumstances of a recovery', () => {
  it.each<[string, Disturbance[], string]>([
    ['a kill and nothing else', [], 'plain'],
    ['its own death', [{ kind: 'killed again', stage: 'writing', from: 2000, until: 2000 }], 'plain'],
    ['another worker of its kind killed meanwhile', [{ kind: 'killed again', stage: 'writing', from: 5000, until: 5000 }], 'killed again'],
    ['a worker of another kind killed meanwhile', [{ kind: 'killed again', stage: 'researching', from: 5000, until: 5000 }], 'plain'],
    ['a flush after its worker had taken it', [{ kind: 'redis', from: 1500, until: 1500 }], 'redis'],
    ['a flush before its worker had taken it', [{ kind: 'redis', from: 900, until: 900 }], 'plain'],
    ['a freeze that still lasts', [{ kind: 'frozen', from: 100, until: Infinity }], 'frozen'],
    ['a freeze that ended before the kill', [{ kind: 'frozen', from: 100, until: 1999 }], 'plain'],
    ['a freeze after it had moved', [{ kind: 'frozen', from: 8001, until: 9000 }], 'plain'],
  ])('are told apart: %s', (_what, disturbances, expected) => {
    expect(circumstanceOf(recovery(), disturbances)).toBe(expected);
  });

  it('are said with their own figures', () => {
    const samples = [recovery(), recovery({ movedAt: 6000 }), recovery({ diedAt: 20_000, movedAt: 40_000 })];
    const said = sayRecoveries(samples, [{ kind: 'redis', from: 21_000, until: 22_000 }]);
    expect(said).toContain('recovery of plain kills p50 4.0 p95 6.0 worst 6.0 s of 2, killed again meanwhile none');
    expect(said).toContain('Redis killed or flushed p50 20.0 p95 20.0 worst 20.0 s of 1');
    expect(said).toContain('all p50 6.0 p95 20.0 worst 20.0 s of 3');
  });

  it('name the longest ones first', () => {
    const said = sayLongest([recovery(), recovery({ jobId: 'b', movedAt: 9500 }), recovery({ jobId: 'c', movedAt: 2100 })], [], 2);
    expect(said).toEqual([
      'slow: b, killed while writing at 1970-01-01T00:00:02.000Z, 7.5 s (plain)',
      'slow: a, killed while writing at 1970-01-01T00:00:02.000Z, 6.0 s (plain)',
    ]);
  });
});
