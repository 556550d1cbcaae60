import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Guardian } from '../process/guardian.ts';
import { stopSignal } from '../process/stop-signal.ts';
import { UserError } from '../process/user-error.ts';
import { prepare } from '../setup/prepare.ts';
import { suites } from './run-suite.ts';
import { addResults, type SuiteResult } from './suite-result.ts';

/** `npm test [-- SUITE [ARGS]]`: the exit code is 0 only when every test ran and passed. */
export const runSuites = async (argv: string[]): Promise<number> => {
  const [first] = argv;
  const only = first !== undefined && first in suites ? first : null;
  const args = only ? argv.slice(1) : argv;
  if (first !== undefined && !only) {
    throw new UserError(`There is no suite "${first}". Use: npm test [-- ${Object.keys(suites).join('|')} [arguments of its runner]]`, 2);
  }
  const guardian = new Guardian();
  const signal = stopSignal(() => guardian.killAll());
  const say = (line: string) => console.log(line);
  const scratch = await mkdtemp(join(tmpdir(), 'coverwright-test-'));
  const results: SuiteResult[] = [];
  try {
    await prepare(guardian, say, signal);
    for (const [name, run] of Object.entries(suites)) {
      if (only && name !== only) continue;
      say(`\n— ${name}`);
      const result = await run({ guardian, scratch, args, signal, say }).catch(failed);
      signal.throwIfAborted();
      say(`${name}: ${result.passed} passed, ${result.failed} failed${result.skipped ? `, ${result.skipped} skipped` : ''}`);
      results.push(result);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
    say('Stopped before the end.');
    results.push({ passed: 0, failed: 1, skipped: 0 });
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
  const total = addResults(results);
  // With arguments a person chose some of the tests; without, a test that did not run is a promise that was not checked.
  const skippedIsFailure = total.skipped > 0 && args.length === 0;
  if (skippedIsFailure) say(`${total.skipped} tests were skipped, which counts as failure.`);
  const failures = total.failed + (skippedIsFailure ? total.skipped : 0);
  say(`\n${total.passed} passed, ${failures} failed`);
  return failures === 0 && total.passed > 0 ? 0 : 1;
};

const failed = (error: unknown): SuiteResult => {
  console.error(error instanceof UserError ? error.message : error);
  return { passed: 0, failed: 1, skipped: 0 };
};
