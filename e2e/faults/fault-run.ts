import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { apiPaths } from '@coverwright/contracts';
import { startCompanySite, type CompanySite } from '../company-site.ts';
import { untilNoneLeft } from '../stack.ts';
import { checkInvariants, findStrayFiles, type Findings, type Stored, type StrayFiles } from './check-invariants.ts';
import { FaultFolder } from './fault-folder.ts';
import { FaultyStack, type FaultyStackOptions } from './faulty-stack.ts';
import { InsistentClient } from './insistent-client.ts';
import { Ledger } from './ledger.ts';
import { startNeverEndingModel, type NeverEndingModel } from './never-ending-model.ts';
import { openFaultDatabase, type DatabaseName, type FaultDatabase } from './fault-database.ts';
import { RunWatch } from './run-watch.ts';

const settleWithinMs = 60_000;
/** The product tidies every 20 s and leaves alone what is younger than 15 s. */
const tidiesWithinMs = 45_000;

/** A product that is to be broken, everything it talks to, and what its clients were told. */
export interface FaultWorld {
  stack: FaultyStack;
  database: FaultDatabase;
  faults: FaultFolder;
  site: CompanySite;
  model: NeverEndingModel;
  client: InsistentClient;
  ledger: Ledger;
  watch: RunWatch;
  options: FaultyStackOptions;
}

/** What was found at the end. */
export interface Verdict extends Findings {
  /** Milliseconds from the last fault until every run had ended; null when some did not within a minute. */
  settledMs: number | null;
  /** Calls to the model that went on although their runs had ended. */
  heldCalls: number;
  before: StrayFiles;
  /** After a clean stop and start. */
  after: StrayFiles;
  /** What was wrong with the two ends. */
  ends: string[];
}

export interface FaultWorldOptions {
  database?: DatabaseName;
  env?: Record<string, string>;
  noFence?: boolean;
}

export async function startFaultWorld({
  database: name = 'SQLite',
  env: own = {},
  noFence = false,
}: FaultWorldOptions = {}): Promise<FaultWorld> {
  const folder = await mkdtemp(join(tmpdir(), 'coverwright-faults-'));
  const faults = new FaultFolder(join(folder, 'faults'));
  mkdirSync(join(folder, 'content'), { recursive: true });
  const [site, model, database] = await Promise.all([startCompanySite(), startNeverEndingModel(), openFaultDatabase(name, folder)]);
  const env = {
    RESEARCH_ALLOW_PRIVATE: site.host,
    OLLAMA_HOST: model.url,
    LLM_PROVIDER: 'ollama',
    LLM_PARALLEL: '16',
    RESEARCH_CONCURRENT_JOBS: '8',
    WRITE_CONCURRENT_JOBS: '8',
    LOG_FORMAT: 'json',
    ...database.env,
    ...own,
  };
  const options = { folder, env, noFence };
  const stack = await FaultyStack.start(options);
  const client = new InsistentClient(stack.url);
  const resume = await client.insist('GET', apiPaths.resume);
  await client.insist('PUT', apiPaths.resume, { content: resume.body.sample });
  return { stack, database, faults, site, model, client, ledger: new Ledger(), watch: new RunWatch(database.openRows()), options };
}

/** Call it when no fault comes any more: waits for the ends, stops and starts the product once, and looks at everything. */
export async function judge(world: FaultWorld, lastFault: number): Promise<Verdict> {
  const { stack, database, watch, ledger, model } = world;
  while ((watch.open().length > 0 || model.held() > 0) && Date.now() < lastFault + settleWithinMs) await pause(50);
  const settledMs = watch.open().length === 0 ? Date.now() - lastFault : null;
  const heldCalls = model.held();
  await watch.close();

  const stored = await readStored(world);
  const findings = checkInvariants(ledger, stored);
  const before = findStrayFiles(stored);
  const ends = await endCleanly(stack);
  const again = await FaultyStack.start(world.options);
  world.stack = again;
  const tidyUntil = Date.now() + tidiesWithinMs;
  const isTidy = ({ temporary, orphans }: StrayFiles) => temporary.length + orphans.length === 0;
  let restarted = await readStored(world);
  while (!isTidy(findStrayFiles(restarted)) && Date.now() < tidyUntil) {
    await pause(250);
    restarted = await readStored(world);
  }
  const after = findStrayFiles(restarted);
  const { badFiles } = checkInvariants(ledger, restarted);
  ends.push(...(await endCleanly(again)));
  return { ...findings, badFiles: [...new Set([...findings.badFiles, ...badFiles])], settledMs, heldCalls, before, after, ends };
}

/** Keeps the folder, with the log in it, when there is something to look at. */
export async function closeFaultWorld({ stack, database, site, model, watch }: FaultWorld, keep: boolean): Promise<string | null> {
  await watch.close();
  if (stack.launcher.child.exitCode === null) await stack.end();
  await Promise.all([site.close(), model.close(), database.remove()]);
  if (!keep) rmSync(stack.folder, { recursive: true, force: true });
  return keep ? stack.folder : null;
}

/** Every promise that was broken, in words. */
export function violations(verdict: Verdict): string[] {
  const { lost, doubled, badFiles, unexpected, after, ends, settledMs, heldCalls } = verdict;
  const named = (name: string, entries: string[]) => entries.map((entry) => `${name}: ${entry}`);
  return [
    ...named('lost', lost),
    ...named('doubled', doubled),
    ...named('bad file', badFiles),
    ...named('unexpected', unexpected),
    ...named('temporary file after a start', after.temporary),
    ...named('orphan after a start', after.orphans),
    ...named('end', ends),
    ...(settledMs === null ? ['not settled within a minute'] : []),
    ...(heldCalls > 0 ? [`${heldCalls} calls to the model went on after their runs had ended`] : []),
  ];
}

async function readStored({ stack, database }: FaultWorld): Promise<Stored> {
  const rows = database.openRows();
  try {
    return { jobs: await rows.jobs(), documents: await rows.documents(), content: stack.content };
  } finally {
    await rows.close();
  }
}

async function endCleanly(stack: FaultyStack): Promise<string[]> {
  const code = await stack.end();
  writeFileSync(join(stack.folder, `launcher-${Date.now()}.log`), stack.launcher.lines.join('\n'));
  const left = await untilNoneLeft(stack.folder).then(
    () => [],
    (error: unknown) => [String(error)],
  );
  return [...(code === 0 ? [] : [`the launcher ended with ${code}`]), ...left];
}
