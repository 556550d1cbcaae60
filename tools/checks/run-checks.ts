import { join } from 'node:path';
import { Guardian } from '../process/guardian.ts';
import { runCommand } from '../process/run-command.ts';
import { stopSignal } from '../process/stop-signal.ts';
import { root } from '../root.ts';
import { installDependencies } from '../setup/install.ts';

export interface Check {
  name: string;
  /** The command's script as seen from node_modules, then its arguments. */
  command: [script: string, ...args: string[]];
}

/** Runs every check, also after one failed, so that one run shows everything; 0 when all passed. */
export const runChecks = async (checks: Check[]): Promise<number> => {
  const guardian = new Guardian();
  const signal = stopSignal(() => guardian.killAll());
  await installDependencies(guardian, console.log, signal);
  let failures = 0;
  for (const { name, command } of checks) {
    const [script, ...args] = command;
    const { code } = await runCommand(guardian, process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root, signal });
    signal.throwIfAborted();
    console.log(`${name}: ${code === 0 ? 'passed' : 'failed'}`);
    if (code !== 0) failures += 1;
  }
  return failures === 0 ? 0 : 1;
};
