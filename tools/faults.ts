import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPrivatePostgres } from './postgres/private-postgres.ts';
import { Guardian } from './process/guardian.ts';
import { runCommand } from './process/run-command.ts';
import { stopSignal } from './process/stop-signal.ts';
import { runTool, UserError } from './process/user-error.ts';
import { root } from './root.ts';
import { prepare } from './setup/prepare.ts';

const usage = 'Usage: npm run faults -- [--minutes N] [--seed S] [--postgres] [--no-fence] [--keep]';

interface Options {
  minutes: number;
  seed: number;
  postgres: boolean;
  noFence: boolean;
  keep: boolean;
}

/** Dependencies and build first; then the harness itself, which stands outside the product: `e2e/faults`. */
await runTool(async () => {
  const options = readOptions(process.argv.slice(2));
  const guardian = new Guardian();
  const signal = stopSignal(() => guardian.killAll());
  const say = (line: string) => process.stderr.write(`${line}\n`);
  await prepare(guardian, say, signal);
  const postgres = options.postgres ? await startPrivatePostgres({ guardian, say, signal, durable: true }) : null;
  try {
    const env = { ...process.env, ...(postgres === null ? {} : { POSTGRES_URL: postgres.url }) };
    return (await runCommand(guardian, process.execPath, harness(options), { cwd: root, env, signal })).code;
  } finally {
    await postgres?.stop();
  }
});

function harness({ minutes, seed, postgres, noFence, keep }: Options): string[] {
  return [
    '--disable-warning=ExperimentalWarning',
    join(root, 'e2e/faults/main.ts'),
    ...['--minutes', String(minutes), '--seed', String(seed)],
    ...(postgres ? ['--postgres'] : []),
    ...(noFence ? ['--no-fence'] : []),
    ...(keep ? ['--keep'] : []),
  ];
}

function readOptions(args: string[]): Options {
  try {
    const { values } = parseArgs({
      args,
      options: {
        minutes: { type: 'string', default: '5' },
        seed: { type: 'string', default: '1' },
        postgres: { type: 'boolean', default: false },
        'no-fence': { type: 'boolean', default: false },
        keep: { type: 'boolean', default: false },
      },
    });
    const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
    if (!(minutes > 0) || !Number.isInteger(seed)) throw new Error('--minutes takes a number above 0, --seed a whole number.');
    return { minutes, seed, postgres: values.postgres, noFence: values['no-fence'], keep: values.keep };
  } catch (error) {
    throw new UserError(`${(error as Error).message}\n${usage}`, 2);
  }
}
