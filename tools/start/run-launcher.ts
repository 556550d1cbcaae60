import { Guardian } from '../process/guardian.ts';
import { stopSignal } from '../process/stop-signal.ts';
import { prepare } from '../setup/prepare.ts';
import { root } from '../root.ts';
import { launchStack } from './launch-stack.ts';
import { loadEnvFile, readLauncherSettings } from './settings.ts';
import { productPlan, type StackPlan } from './stack-plan.ts';

export interface RunLauncherOptions {
  plan?: StackPlan;
  /** False when the plan needs no dependencies and no build. */
  build?: boolean;
}

/** `npm start`: everything up until it is asked to end. The exit code is 0 whenever the end was asked for. */
export const runLauncher = async ({ plan = productPlan, build = true }: RunLauncherOptions = {}): Promise<number> => {
  const guardian = new Guardian();
  const signal = stopSignal(() => {
    guardian.killAll();
    process.exit(1);
  });
  const say = (line: string) => console.log(line);
  loadEnvFile(root);
  const settings = readLauncherSettings(process.env, root, process.stdout.isTTY);
  try {
    const stack = await launchStack(plan, {
      guardian,
      settings,
      env: process.env,
      logs: settings.logFormat,
      say,
      signal,
      prepare: build ? () => prepare(guardian, say, signal) : undefined,
    });
    say(`Coverwright is ready: ${stack.url}`);
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    say('Stopping; running jobs are finished or handed back. Press Ctrl-C again to stop at once.');
    await stack.stop();
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  say('Coverwright has stopped.');
  return 0;
};
