import { runChecks } from './checks/run-checks.ts';
import { runTool } from './process/user-error.ts';

await runTool(() =>
  runChecks([
    { name: 'libraries, services, tools and tests', command: ['typescript/bin/tsc', '-p', 'tsconfig.json', '--noEmit'] },
    { name: 'page', command: ['typescript/bin/tsc', '-p', 'web/tsconfig.json', '--noEmit'] },
  ]),
);
