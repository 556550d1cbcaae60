import { describe, expect, it } from '@jest/globals';
import { addResults, readJestReport, readPlaywrightReport, withExitCode } from './suite-result.ts';

const jestReport = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, numRuntimeErrorTestSuites: 1 };

describe('suite results', () => {
  it('counts a Jest file that could not run as a failure', () => {
    expect(readJestReport(JSON.stringify(jestReport))).toEqual({ passed: 5, failed: 2, skipped: 3 });
  });

  it('counts a flaky browser test as failed', () => {
    const report = { stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 1 }, errors: [{}] };
    expect(readPlaywrightReport(JSON.stringify(report))).toEqual({ passed: 4, failed: 3, skipped: 1 });
  });

  it('counts a runner that ended badly as a failure even when every test passed', () => {
    expect(withExitCode({ passed: 4, failed: 0, skipped: 0 }, 1).failed).toBe(1);
    expect(withExitCode({ passed: 4, failed: 2, skipped: 0 }, 1).failed).toBe(2);
    expect(withExitCode({ passed: 4, failed: 0, skipped: 0 }, 0).failed).toBe(0);
  });

  it('counts a runner that left no report as a failure', () => {
    expect(withExitCode(null, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('adds up suites', () => {
    expect(addResults([readJestReport(JSON.stringify(jestReport)), withExitCode(null, 1)])).toEqual({ passed: 5, failed: 3, skipped: 3 });
  });
});
