import { Guardian } from './process/guardian.ts';
import { stopSignal } from './process/stop-signal.ts';
import { runTool } from './process/user-error.ts';
import { prepare } from './setup/prepare.ts';

await runTool(async () => {
  const guardian = new Guardian();
  const signal = stopSignal(() => guardian.killAll());
  await prepare(guardian, console.log, signal);
  console.log('Everything is built.');
  return 0;
});
