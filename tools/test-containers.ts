import { parseArgs } from 'node:util';
import { Guardian } from './process/guardian.ts';
import { stopSignal } from './process/stop-signal.ts';
import { runTool, UserError } from './process/user-error.ts';
import { prepare } from './setup/prepare.ts';

/** `npm run test:containers`: the stack of docker-compose.yml, really run. Needs Docker with Compose, and Node for this script. */
await runTool(async () => {
  const options = readOptions(process.argv.slice(2));
  const guardian = new Guardian();
  const signal = stopSignal(() => guardian.killAll());
  await prepare(guardian, console.log, signal);
  // Its imports are there only after the set-up.
  const { testContainers } = await import('./containers/test/test-containers.ts');
  return testContainers({ guardian, signal, say: console.log, ...options });
});

function readOptions(args: string[]): { cold: boolean; keep: boolean } {
  try {
    const { values } = parseArgs({
      args,
      options: { cold: { type: 'boolean', default: false }, keep: { type: 'boolean', default: false } },
    });
    return values;
  } catch (error) {
    throw new UserError(
      `${(error as Error).message}\nUsage: npm run test:containers [-- --cold (build without cache) --keep (leave it running after a failure)]`,
      2,
    );
  }
}
