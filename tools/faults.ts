import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Guardian } from './process/guardian.ts';
import { runCommand } from './process/run-command.ts';
import { stopSignal } from './process/stop-signal.ts';
import { runTool, UserError } from './process/user-error.ts';
import { root } from './root.ts';
import { prepare } from './setup/prepare.ts';

const usage = 'Usage: npm run faults -- [--minutes N] [--seed S] [--no-fence]';

/** Dependencies and build first; then the harness itself, which stands outside the product: `e2e/faults`. */
await runTool(async () => {
  const { minutes, seed, noFence } = readOptions(process.argv.slice(2));
  const guardian = new Guardian();
  const signal = stopSignal(() => guardian.killAll());
  await prepare(guardian, (line) => process.stderr.write(`${line}\n`), signal);
  const args = [join(root, 'e2e/faults/main.ts'), String(minutes), String(seed), ...(noFence ? ['no-fence'] : [])];
  return (await runCommand(guardian, process.execPath, ['--disable-warning=ExperimentalWarning', ...args], { cwd: root, signal })).code;
});

function readOptions(args: string[]): { minutes: number; seed: number; noFence: boolean } {
  try {
    const { values } = parseArgs({
      args,
      options: { minutes: { type: 'string' }, seed: { type: 'string' }, 'no-fence': { type: 'boolean' } },
    });
    const [minutes, seed] = [Number(values.minutes ?? 5), Number(values.seed ?? 1)];
    if (!(minutes > 0) || !Number.isInteger(seed)) throw new Error('--minutes takes a number above 0, --seed a whole number.');
    return { minutes, seed, noFence: values['no-fence'] ?? false };
  } catch (error) {
    throw new UserError(`${(error as Error).message}\n${usage}`, 2);
  }
}
