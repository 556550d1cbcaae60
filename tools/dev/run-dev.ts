import { join } from 'node:path';
import { Guardian } from '../process/guardian.ts';
import { splitLines } from '../process/split-lines.ts';
import { stopSignal } from '../process/stop-signal.ts';
import { UserError } from '../process/user-error.ts';
import { root } from '../root.ts';
import { runNx } from '../setup/build.ts';
import { prepare } from '../setup/prepare.ts';
import { launchStack, type Stack } from '../start/launch-stack.ts';
import { createServiceLog } from '../start/service-log.ts';
import { loadEnvFile, readLauncherSettings } from '../start/settings.ts';
import { productPlan } from '../start/stack-plan.ts';
import { fingerprintOutput } from './fingerprint-output.ts';
import { startStub } from './start-stub.ts';
import { watchSources } from './watch-sources.ts';

const restartGrace = 10_000;
const names = productPlan.services.map(({ name }) => name);
const say = (line: string) => console.log(line);

/** `npm run dev [-- --stub]`: the product, with what changes built and restarted as it is saved. */
export const runDev = async (argv: string[]): Promise<number> => {
  const unknown = argv.filter((argument) => argument !== '--stub');
  if (unknown.length > 0) throw new UserError(`Unknown: ${unknown.join(' ')}. Use: npm run dev [-- --stub]`, 2);
  const guardian = new Guardian();
  const signal = stopSignal(() => {
    guardian.killAll();
    process.exit(1);
  });
  loadEnvFile(root);
  try {
    await prepare(guardian, say, signal);
    const stub = argv.includes('--stub') ? await startStub(guardian, say) : null;
    const settings = readLauncherSettings(process.env, root, true);
    const env = { ...process.env, ...(stub ? { OLLAMA_HOST: stub.url, LLM_PROVIDER: 'ollama' } : {}) };
    const stack = await launchStack(productPlan, { guardian, settings, env, logs: settings.logFormat, say, signal });
    const stopWatching = watchSources(root, () => rebuild(guardian, stack, signal));
    watchPage(guardian);
    say(`Coverwright is ready: ${stack.url}${stub ? ` (model stub at ${stub.url})` : ''}. Watching for changes.`);
    await new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    stopWatching();
    await stack.stop();
    await stub?.supervisor.stop(restartGrace);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
  return 0;
};

const rebuild = async (guardian: Guardian, stack: Stack, signal: AbortSignal): Promise<void> => {
  if (signal.aborted) return;
  const before = fingerprintOutput(root, names);
  const { code, output } = await runNx(guardian, ['run-many', '-t', 'build', '--exclude', '@coverwright/web', '--outputStyle=static'], {
    capture: true,
    signal,
  });
  if (signal.aborted) return;
  if (code !== 0) {
    say(`${output.trim()}\nThe build failed; what ran before goes on.`);
    return;
  }
  const after = fingerprintOutput(root, names);
  const changed = names.filter((name) => after.get(name) !== before.get(name));
  if (changed.length > 0) say(`Changed: ${changed.join(', ')}; starting again.`);
  const restarting = [...stack.services].filter(([name]) => changed.includes(name));
  await Promise.all(restarting.map(([, service]) => service.restart(restartGrace)));
};

const watchPage = (guardian: Guardian): void => {
  const log = createServiceLog('pretty', 'web', say);
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const child = guardian.spawn(process.execPath, [vite, 'build', '--watch'], { cwd: join(root, 'web'), stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) splitLines(stream, log.take);
  child.once('exit', (code) => log.take(`vite ended with ${code}; the page is not rebuilt any more.`));
};
