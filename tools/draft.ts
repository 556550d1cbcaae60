import { parseDraftOptions } from './draft/parse-options.ts';
import { Guardian } from './process/guardian.ts';
import { stopSignal } from './process/stop-signal.ts';
import { runTool, UserError } from './process/user-error.ts';
import { root } from './root.ts';
import { prepare } from './setup/prepare.ts';
import { loadEnvFile } from './start/settings.ts';

await runTool(async () => {
  const options = parseDraftOptions(process.argv.slice(2));
  const guardian = new Guardian();
  const signal = stopSignal(() => {
    guardian.killAll();
    process.exit(1);
  });
  loadEnvFile(root);
  try {
    await prepare(guardian, (line) => console.error(line), signal);
    // Its imports are there only after the set-up.
    const { runDraft } = await import('./draft/run-draft.ts');
    return await runDraft(options, guardian, signal);
  } catch (error) {
    if (signal.aborted) throw new UserError('Stopped before the letter was finished.');
    throw error;
  }
});
