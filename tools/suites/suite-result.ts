/** What one suite came to; `skipped` counts tests that did not run. */
export interface SuiteResult {
  passed: number;
  failed: number;
  skipped: number;
}

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  numRuntimeErrorTestSuites: number;
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}

/** A file that could not be run at all counts as one failure. */
export const readJestReport = (text: string): SuiteResult => {
  const report = JSON.parse(text) as JestReport;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
};

/** A test that passed only when it was tried again counts as failed. */
export const readPlaywrightReport = (text: string): SuiteResult => {
  const { stats, errors } = JSON.parse(text) as PlaywrightReport;
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
};

/** The result of a suite whose runner ended with `code`: one that found nothing wrong and still failed has one failure. */
export const withExitCode = (result: SuiteResult | null, code: number): SuiteResult => {
  if (!result) return { passed: 0, failed: 1, skipped: 0 };
  return code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result;
};

export const addResults = (results: SuiteResult[]): SuiteResult => ({
  passed: results.reduce((sum, { passed }) => sum + passed, 0),
  failed: results.reduce((sum, { failed }) => sum + failed, 0),
  skipped: results.reduce((sum, { skipped }) => sum + skipped, 0),
});
