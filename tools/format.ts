import { runChecks } from './checks/run-checks.ts';
import { runTool } from './process/user-error.ts';

await runTool(() => runChecks([{ name: 'prettier', command: ['prettier/bin/prettier.cjs', '--write', '.', '--log-level=warn'] }]));
