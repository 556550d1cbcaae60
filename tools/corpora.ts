import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { corpora } from './corpora/corpora.ts';
import { Guardian } from './process/guardian.ts';
import { stopSignal } from './process/stop-signal.ts';
import { runTool, UserError } from './process/user-error.ts';
import { root } from './root.ts';
import { prepare } from './setup/prepare.ts';

await runTool(async () => {
  const [given] = process.argv.slice(2);
  const folder = given ? resolve(process.env.INIT_CWD ?? process.cwd(), given) : join(root, '../shared/fixtures');
  if (!existsSync(folder)) {
    throw new UserError(`There are no data sets in ${folder}, so nothing was measured. Name their folder: npm run corpora -- DIR`, 2);
  }
  const guardian = new Guardian();
  const signal = stopSignal(() => guardian.killAll());
  await prepare(guardian, console.log, signal);
  for (const { name, file, run } of corpora) {
    console.log(
      `${name}: ${file === null || existsSync(join(folder, file)) ? await run(folder, { guardian, signal }) : `${file} is not in ${folder}`}`,
    );
  }
  return 0;
});
