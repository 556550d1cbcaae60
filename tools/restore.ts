import { runRestore } from './backup/run-backup.ts';
import { runTool } from './process/user-error.ts';

await runTool(() => runRestore(process.argv.slice(2)));
