import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiPaths } from '@coverwright/contracts';
import { startCompanySite, type CompanySite } from '../company-site.ts';
import { openSmallDisk, type SmallDisk } from './small-disk.ts';
import { openFaultDatabase, type DatabaseName, type FaultDatabase } from './fault-database.ts';
import { FaultFolder } from './fault-folder.ts';
import { FaultyStack, type FaultyStackOptions } from './faulty-stack.ts';
import { InsistentClient } from './insistent-client.ts';
import { Ledger } from './ledger.ts';
import { startNeverEndingModel, type NeverEndingModel } from './never-ending-model.ts';
import { RunWatch } from './run-watch.ts';

/** A product that is to be broken, everything it talks to, and what its clients were told. */
export interface FaultWorld {
  stack: FaultyStack;
  database: FaultDatabase;
  /** Holds what was asked for. */
  disk: SmallDisk | null;
  faults: FaultFolder;
  site: CompanySite;
  model: NeverEndingModel;
  client: InsistentClient;
  ledger: Ledger;
  watch: RunWatch;
  options: FaultyStackOptions;
}

export interface FaultWorldOptions {
  database?: DatabaseName;
  env?: Record<string, string>;
  noFence?: boolean;
  /** The clocks of the product will be wrong. */
  wrongClocks?: boolean;
  /** A small disk of its own for the letters, or for database and queue. */
  disk?: { holds: 'content' | 'data'; megabytes: number };
}

export async function startFaultWorld(given: FaultWorldOptions = {}): Promise<FaultWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'coverwright-faults-'));
  const faults = new FaultFolder(join(folder, 'faults'));
  for (const name of ['content', 'data']) mkdirSync(join(folder, name));
  const disk = given.disk === undefined ? null : openSmallDisk(join(folder, given.disk.holds), faults, given.disk.megabytes);
  const [site, model, database] = await Promise.all([
    startCompanySite(),
    startNeverEndingModel(),
    openFaultDatabase(given.database ?? 'SQLite', folder),
  ]);
  const env = {
    RESEARCH_ALLOW_PRIVATE: site.host,
    OLLAMA_HOST: model.url,
    LLM_PROVIDER: 'ollama',
    LLM_PARALLEL: '16',
    RESEARCH_CONCURRENT_JOBS: '8',
    WRITE_CONCURRENT_JOBS: '8',
    LOG_FORMAT: 'json',
    ...database.env,
    ...given.env,
  };
  const options = { folder, env, noFence: given.noFence ?? false };
  const stack = await FaultyStack.start(options);
  const client = new InsistentClient(stack.url);
  const resume = await client.insist('GET', apiPaths.resume);
  await client.insist('PUT', apiPaths.resume, { content: resume.body.sample });
  const watch = new RunWatch(database.openRows(), given.wrongClocks === true ? Infinity : undefined);
  return { stack, database, disk, faults, site, model, client, ledger: new Ledger(), watch, options };
}

/** Keeps the folder, with the log in it, when there is something to look at. */
export async function closeFaultWorld({ stack, database, disk, site, model, watch }: FaultWorld, keep: boolean): Promise<string | null> {
  await watch.close();
  if (stack.launcher.child.exitCode === null) await stack.end();
  await Promise.all([site.close(), model.close(), database.remove()]);
  if (disk !== null) {
    if (keep) cpSync(disk.folder, `${disk.folder}-kept`, { recursive: true });
    await disk.close();
  }
  if (!keep) rmSync(stack.folder, { recursive: true, force: true });
  return keep ? stack.folder : null;
}
