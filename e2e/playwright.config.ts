import { defineConfig } from '@playwright/test';
import { browserOptions } from './browser-options.ts';

/** One worker: every spec starts the whole product, and two of them would fight for the processor. */
export default defineConfig({
  testDir: '.',
  testMatch: '*.e2e-spec.ts',
  outputDir: '../test-results',
  workers: 1,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  // The json reporter writes to the file that PLAYWRIGHT_JSON_OUTPUT_NAME names; without one it would fill the terminal.
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['list'], ['json']] : [['list']],
  use: { viewport: { width: 1280, height: 900 }, launchOptions: browserOptions },
});
