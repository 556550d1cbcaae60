import { runTool } from './process/user-error.ts';
import { runLauncher } from './start/run-launcher.ts';

await runTool(() => runLauncher());
