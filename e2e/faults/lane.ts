import { setTimeout as pause } from 'node:timers/promises';
import { isTerminal, type Action } from '@coverwright/contracts';
import { cancelRun, createApplication, deleteApplication, editLetter, retryRun, startRun, type ActParts } from './acts.ts';
import type { KnownRun } from './ledger.ts';
import { endlessCompany } from './never-ending-model.ts';
import type { Random } from './random.ts';

export interface LaneParts extends ActParts {
  random: Random;
  siteUrl: string;
  /** True when nothing new may be begun. */
  over: () => boolean;
}

/** A run that stands still longer than this hangs. */
const runEndsWithinMs = 120_000;
const runsEach = 4;

/** One person who works: an application, some runs, changes of mind, edits; then the next application. */
export async function runLane(parts: LaneParts): Promise<void> {
  const { random, over } = parts;
  while (!over()) {
    if (random.chance(0.06)) await cancelEndless(parts);
    const applicationId = await createApplication(parts);
    for (let run = 0; run < runsEach && !over() && !parts.ledger.deleted.has(applicationId); run += 1) await workOnce(parts, applicationId);
  }
}

async function workOnce(parts: LaneParts, applicationId: string): Promise<void> {
  const { random, siteUrl, watch, over } = parts;
  const action = random.weighted<Action>({ write_only: 4, research_then_write: 4, research_only: 2 });
  const gone = action !== 'write_only' && random.chance(0.12);
  const url = action === 'write_only' ? {} : { url: siteUrl + (gone ? '/gone' : random.pick(['/about', '/careers', '/'])) };
  const clicks = random.chance(0.25) ? 2 : 1;
  const run = await startRun(parts, applicationId, { action, ...url }, { clicks, mayFail: gone });
  if (random.chance(0.06)) {
    await hasEnded(parts, run, random.between(0, 2500));
    return deleteApplication(parts, applicationId);
  }
  // A change of mind at once, or when it takes too long.
  const patience = random.chance(0.15) ? random.between(0, 1500) : random.chance(0.25) ? random.between(4000, 9000) : Infinity;
  if (patience < Infinity && !(await hasEnded(parts, run, patience))) {
    if ((await cancelRun(parts, run)) && random.chance(0.7) && !over()) await retryRun(parts, run);
  }
  await untilEnded(parts, run);
  if (watch.latest.get(run.jobId)?.status === 'failure' && random.chance(0.5) && !over()) {
    await retryRun(parts, run);
    await untilEnded(parts, run);
  }
  if (action !== 'research_only' && random.chance(0.4) && !over()) await editLetter(parts, applicationId);
}

async function cancelEndless(parts: LaneParts): Promise<void> {
  const run = await startRun(parts, await createApplication(parts, endlessCompany), { action: 'write_only' });
  await parts.watch.until(run.jobId, ({ stage }) => stage === 'writing', 10_000);
  await pause(parts.random.between(0, 800));
  await cancelRun(parts, run);
}

const hasEnded = ({ watch }: LaneParts, { jobId }: KnownRun, withinMs: number) =>
  watch.until(jobId, (row) => isTerminal(row.status), withinMs);

async function untilEnded(parts: LaneParts, run: KnownRun): Promise<void> {
  if (await hasEnded(parts, run, runEndsWithinMs)) return;
  const row = JSON.stringify(parts.watch.latest.get(run.jobId));
  parts.ledger.surprises.push(`run ${run.jobId} did not end within ${runEndsWithinMs / 1000} s: ${row}`);
}
