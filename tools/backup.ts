import { runBackup } from './backup/run-backup.ts';
import { runTool } from './process/user-error.ts';

await runTool(() => runBackup(process.argv.slice(2)));
