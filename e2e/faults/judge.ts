import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { untilNoneLeft } from '../stack.ts';
import { checkInvariants, findStrayFiles, findStrayFolders, type Findings, type Stored, type StrayFiles } from './check-invariants.ts';
import type { FaultWorld } from './fault-world.ts';
import { FaultyStack } from './faulty-stack.ts';

const settleWithinMs = 60_000;
/** The product tidies every 20 s and leaves alone what is younger than 15 s. */
const tidiesWithinMs = 45_000;

/** What was found at the end. */
export interface Verdict extends Findings {
  /** Milliseconds from the last fault until every run had ended; null when some did not within a minute. */
  settledMs: number | null;
  /** Calls to the model that went on although their runs had ended. */
  heldCalls: number;
  before: StrayFiles;
  /** After a clean stop and start; null when there was none. */
  after: StrayFiles | null;
  /** What was wrong with the ends of the product. */
  ends: string[];
}

/** Call it when no fault comes any more: waits for the ends, and looks at everything; then the same after the product was stopped and started. */
export async function judge(world: FaultWorld, lastFault: number, { restart = true } = {}): Promise<Verdict> {
  const { watch, ledger, model } = world;
  while ((watch.open().length > 0 || model.held() > 0) && Date.now() < lastFault + settleWithinMs) await pause(50);
  const settledMs = watch.open().length === 0 ? Date.now() - lastFault : null;
  const heldCalls = model.held();
  await watch.close();

  const stored = await readStored(world);
  const findings = checkInvariants(ledger, stored);
  const verdict: Verdict = {
    ...findings,
    settledMs,
    heldCalls,
    before: findStrayFiles(stored),
    after: null,
    ends: await endCleanly(world),
  };
  return restart ? judgeAgain(world, verdict) : verdict;
}

async function judgeAgain(world: FaultWorld, verdict: Verdict): Promise<Verdict> {
  world.stack = await FaultyStack.start(world.options);
  const until = Date.now() + tidiesWithinMs;
  let stored = await readStored(world);
  while (!isTidy(findStrayFiles(stored)) && Date.now() < until) {
    await pause(250);
    stored = await readStored(world);
  }
  const { badFiles, undeleted } = checkInvariants(world.ledger, stored);
  return {
    ...verdict,
    badFiles: [...new Set([...verdict.badFiles, ...badFiles])],
    undeleted: [...new Set([...verdict.undeleted, ...undeleted, ...findStrayFolders(stored)])],
    after: findStrayFiles(stored),
    ends: [...verdict.ends, ...(await endCleanly(world))],
  };
}

/** Every promise that was broken, in words. */
export function violations(verdict: Verdict): string[] {
  const { lost, doubled, badFiles, undeleted, unexpected, after, ends, settledMs, heldCalls } = verdict;
  const named = (name: string, entries: string[]) => entries.map((entry) => `${name}: ${entry}`);
  return [
    ...named('lost', lost),
    ...named('doubled', doubled),
    ...named('bad file', badFiles),
    ...named('not deleted', undeleted),
    ...named('unexpected', unexpected),
    ...named('temporary file after a start', after?.temporary ?? []),
    ...named('orphan after a start', after?.orphans ?? []),
    ...named('end', ends),
    ...(settledMs === null ? ['not settled within a minute'] : []),
    ...(heldCalls === 0 ? [] : [`${heldCalls} calls to the model went on after their runs had ended`]),
  ];
}

const isTidy = ({ temporary, orphans }: StrayFiles) => temporary.length + orphans.length === 0;

async function readStored({ stack, database }: FaultWorld): Promise<Stored> {
  const rows = database.openRows();
  try {
    return { jobs: await rows.jobs(), documents: await rows.documents(), owned: await rows.owned(), content: stack.content };
  } finally {
    await rows.close();
  }
}

async function endCleanly({ stack }: FaultWorld): Promise<string[]> {
  const code = await stack.end();
  writeFileSync(join(stack.folder, `launcher-${Date.now()}.log`), stack.launcher.lines.join('\n'));
  const left = await untilNoneLeft(stack.folder).then(
    () => [],
    (error: unknown) => [String(error)],
  );
  return [...(code === 0 ? [] : [`the launcher ended with ${code}`]), ...left];
}
