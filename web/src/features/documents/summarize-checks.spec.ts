import { describe, expect, it } from '@jest/globals';
import { summarizeChecks } from './summarize-checks.ts';

const check = (passed: boolean) => ({ name: 'length', passed, detail: '', hard: false });

describe('summarizeChecks', () => {
  it('says how many passed, and how many to look at', () => {
    expect(summarizeChecks([check(true), check(true)])).toBe('Checks: all 2 passed');
    expect(summarizeChecks([check(true), check(false)])).toBe('Checks: 1 passed, 1 to look at');
  });
});
