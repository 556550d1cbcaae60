import { runTool } from './process/user-error.ts';
import { runSuites } from './suites/run-suites.ts';

await runTool(() => runSuites(process.argv.slice(2)));
