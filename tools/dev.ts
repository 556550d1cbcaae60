import { runTool } from './process/user-error.ts';
import { runDev } from './dev/run-dev.ts';

await runTool(() => runDev(process.argv.slice(2)));
