import { benches } from './bench/benches.ts';
import { Guardian } from './process/guardian.ts';
import { stopSignal } from './process/stop-signal.ts';
import { runTool, UserError } from './process/user-error.ts';
import { prepare } from './setup/prepare.ts';

await runTool(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  const bench = benches[name];
  if (!bench) throw new UserError(`There is no bench "${name}". Use: npm run bench -- ${Object.keys(benches).join('|')}`, 2);
  const guardian = new Guardian();
  const signal = stopSignal(() => guardian.killAll());
  await prepare(guardian, console.log, signal);
  await bench({ guardian, signal, say: console.log, args });
  return 0;
});
