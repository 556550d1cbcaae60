import { runChecks } from './checks/run-checks.ts';
import { runTool } from './process/user-error.ts';

await runTool(() =>
  runChecks([
    { name: 'eslint', command: ['eslint/bin/eslint.js', '.', '--max-warnings=0'] },
    { name: 'room borders', command: ['dependency-cruiser/bin/dependency-cruiser.mjs', 'libs', 'services', 'web/src', 'tools', 'e2e'] },
    { name: 'supply chain', command: ['../tools/checks/check-supply.ts'] },
    { name: 'prettier', command: ['prettier/bin/prettier.cjs', '--check', '.', '--log-level=warn'] },
  ]),
);
