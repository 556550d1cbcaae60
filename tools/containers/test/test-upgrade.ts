import { cp, mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { apiPaths, type Application, type Orchestration } from '@coverwright/contracts';
import { UserError } from '../../process/user-error.ts';
import { cacheDir, root } from '../../root.ts';
import { finishRuns } from './work.ts';
import type { Stack } from './stack.ts';

const script = (name: string) => readFile(join(import.meta.dirname, name), 'utf8');

/** A data volume as the version before the newest migration has left it: made by this image with that version's files of `sql/`. */
export const makeOldVolume = async (stack: Stack, signal: AbortSignal): Promise<string> => {
  const names = (await readdir(join(root, 'sql'))).filter((name) => name.endsWith('.sql')).sort();
  // Below the repository, so that every Docker can mount it.
  const folder = join(cacheDir, 'containers-old-sql');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const name of names.slice(0, -1)) await cp(join(root, 'sql', name), join(folder, name));
  const run = ['run', '--rm', '--no-deps', '-T'];
  await stack.compose.run([...run, '-v', `${folder}:/app/sql:ro`, 'migrate'], signal);
  await stack.compose.run([...run, 'migrate', 'node', '--input-type=module', '-e', await script('seed-old.mjs')], signal);
  await rm(folder, { recursive: true, force: true });
  stack.asked = 2;
  return `made with ${names.slice(0, -1).join(', ')}`;
};

/** After the new version has started on it: the run that waited has its letter, and the old database was saved before it was changed. */
export const checkUpgrade = async (stack: Stack, signal: AbortSignal): Promise<string> => {
  const { items } = await stack.api.request<{ items: Application[] }>('GET', apiPaths.applications);
  const id = items[0]?.id ?? '';
  const runs = await stack.api.request<{ items: Orchestration[] }>('GET', apiPaths.applicationOrchestrations(id));
  await finishRuns(
    stack.api,
    runs.items.map(({ job_id }) => ({ applicationId: id, jobId: job_id })),
    signal,
  );
  const databases = JSON.parse(await stack.compose.execNode('gateway', await script('list-databases.mjs'), signal)) as Record<
    string,
    string[]
  >;
  const newest =
    (await readdir(join(root, 'sql')))
      .filter((name) => name.endsWith('.sql'))
      .sort()
      .at(-1) ?? '';
  const [current, ...saved] = Object.entries(databases).sort(
    ([a], [b]) => Number(b.endsWith('/coverwright.sqlite')) - Number(a.endsWith('/coverwright.sqlite')),
  );
  if (current === undefined || !current[1].includes(newest)) throw new UserError(`The database does not have ${newest} after the upgrade.`);
  const before = saved.filter(([, names]) => !names.includes(newest)).map(([path]) => path);
  if (before.length === 0) throw new UserError('No copy of the database from before the migration was found in the data volume.');
  return `${await stack.check()}; saved before as ${before.join(', ')}`;
};
