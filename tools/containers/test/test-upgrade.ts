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

/** After the new version has started on it: the database has every migration, and the run that waited has its letter. */
export const checkUpgrade = async (stack: Stack, signal: AbortSignal): Promise<string> => {
  const { items } = await stack.api.request<{ items: Application[] }>('GET', apiPaths.applications);
  const id = items[0]?.id ?? '';
  const runs = await stack.api.request<{ items: Orchestration[] }>('GET', apiPaths.applicationOrchestrations(id));
  await finishRuns(
    stack.api,
    runs.items.map(({ job_id }) => ({ applicationId: id, jobId: job_id })),
    signal,
  );
  const { newest, current } = await listDatabases(stack, signal);
  if (!current.includes(newest)) throw new UserError(`The database does not have ${newest} after the upgrade.`);
  return stack.check();
};

/** The database was saved before it was changed: somewhere in the data volume is one that has not the newest migration. */
export const checkSaved = async (stack: Stack, signal: AbortSignal): Promise<string> => {
  const { newest, others } = await listDatabases(stack, signal);
  const before = others.filter(([, names]) => !names.includes(newest)).map(([path]) => path);
  if (before.length === 0) throw new UserError('No copy of the database from before the migration was found in the data volume.');
  return before.join(', ');
};

const listDatabases = async (stack: Stack, signal: AbortSignal) => {
  const said = await stack.compose.execNode('gateway', await script('list-databases.mjs'), signal);
  const databases = Object.entries(JSON.parse(said) as Record<string, string[]>);
  const isCurrent = ([path]: [string, string[]]) => path === '/data/coverwright.sqlite';
  const names = (await readdir(join(root, 'sql'))).filter((name) => name.endsWith('.sql')).sort();
  return {
    newest: names.at(-1) ?? '',
    current: databases.find(isCurrent)?.[1] ?? [],
    others: databases.filter((each) => !isCurrent(each)),
  };
};
