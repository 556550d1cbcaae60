import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Guardian } from '../process/guardian.ts';
import { runCommand } from '../process/run-command.ts';
import { startPrivatePostgres } from '../postgres/private-postgres.ts';
import { startPrivateRedis } from '../redis/private-redis.ts';
import { cacheDir, root } from '../root.ts';
import { findChromium } from './find-chromium.ts';
import { readJestReport, readPlaywrightReport, withExitCode, type SuiteResult } from './suite-result.ts';

export interface SuiteRun {
  guardian: Guardian;
  /** A folder that is removed afterwards. */
  scratch: string;
  /** Passed on to the suite's own runner. */
  args: string[];
  signal: AbortSignal;
  say: (line: string) => void;
}

const jest = join(root, 'node_modules/jest/bin/jest.js');
const playwright = join(root, 'node_modules/@playwright/test/cli.js');

/** Every suite by name, in the order in which they run. */
export const suites: Record<string, (run: SuiteRun) => Promise<SuiteResult>> = {
  // Nothing else runs beside it, so every core works.
  unit: (run) => runJest('unit', { ...run, args: ['--maxWorkers=100%', ...run.args] }, {}),
  integration: async (run) => {
    const redis = await startPrivateRedis({ ...run, dir: join(run.scratch, 'redis'), cache: cacheDir });
    const postgres = await startPrivatePostgres(run);
    try {
      await redis.supervisor.ready;
      return await runJest('integration', run, { REDIS_URL: redis.url, POSTGRES_URL: postgres.url });
    } finally {
      await Promise.all([redis.supervisor.stop(5000), postgres.stop()]);
    }
  },
  e2e: async (run) => {
    const chromium = await findChromium(run.guardian, run.say, run.signal);
    const postgres = await startPrivatePostgres(run);
    const report = join(run.scratch, 'e2e.json');
    const args = [playwright, 'test', '--config', 'e2e/playwright.config.ts', ...run.args];
    const env = { ...process.env, CHROMIUM_PATH: chromium, POSTGRES_URL: postgres.url, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
    try {
      const { code } = await runCommand(run.guardian, process.execPath, args, { cwd: root, env, signal: run.signal });
      return withExitCode(await readReport(report, readPlaywrightReport), code);
    } finally {
      await postgres.stop();
    }
  },
};

const runJest = async (project: string, { guardian, scratch, args, signal }: SuiteRun, env: NodeJS.ProcessEnv): Promise<SuiteResult> => {
  const report = join(scratch, `${project}.json`);
  const command = [jest, ...args, '--selectProjects', project, '--json', `--outputFile=${report}`];
  const { code } = await runCommand(guardian, process.execPath, command, {
    cwd: root,
    env: { ...process.env, ...env, NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' },
    signal,
  });
  return withExitCode(await readReport(report, readJestReport), code);
};

const readReport = async (file: string, read: (text: string) => SuiteResult): Promise<SuiteResult | null> =>
  existsSync(file) ? read(await readFile(file, 'utf8')) : null;
