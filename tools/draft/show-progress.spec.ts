import { describe, expect, it } from '@jest/globals';
import { formatBar } from './show-progress.ts';

describe('formatBar', () => {
  it('fills the bar with the percentage', () => {
    expect(formatBar(0, 'waiting', 80)).toBe(`${'░'.repeat(24)}   0 %  waiting`);
    expect(formatBar(50, 'reading', 80)).toBe(`${'█'.repeat(12)}${'░'.repeat(12)}  50 %  reading`);
    expect(formatBar(100, 'done', 80)).toBe(`${'█'.repeat(24)} 100 %  done`);
  });

  it('never wraps', () => {
    expect(formatBar(50, 'a very long message', 40)).toHaveLength(40);
  });
});
