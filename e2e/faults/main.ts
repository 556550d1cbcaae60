import { parseArgs } from 'node:util';
import { faultPoints } from '@coverwright/server';
import { cancelRun } from './acts.ts';
import { FaultSchedule } from './fault-schedule.ts';
import { closeFaultWorld, startFaultWorld, type FaultWorld } from './fault-world.ts';
import { judge, violations, type Verdict } from './judge.ts';
import { runLane } from './lane.ts';
import { Random } from './random.ts';
import { sayLongest, sayRecoveries } from './recoveries.ts';

const lanes = 60;
const tellEveryMs = 10_000;
const graceMs = 30_000;
/** Room for the letters of many minutes. */
const disk = { holds: 'content', megabytes: 64 } as const;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    'no-fence': { type: 'boolean', default: false },
    postgres: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const { minutes, seed } = values;
const say = (line: string) => process.stderr.write(`${line}\n`);

const world = await startFaultWorld({ database: values.postgres ? 'PostgreSQL' : 'SQLite', noFence: values['no-fence'], disk });
let stopped = false;
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => (stopped = true));
const until = Date.now() + Number(minutes) * 60_000;
// A short run on a busy machine may need longer to come to every point.
const over = () => stopped || Date.now() > until + (schedule.unmet.length > 0 ? graceMs : 0);
say(`Breaking ${world.stack.url} on ${world.database.name} for ${minutes} min, seed ${seed}, in ${world.stack.folder}`);

if (world.disk?.mounted !== true)
  say('The disk is never full here: a small one cannot be mounted on this machine, which takes root on Linux.');

const { stack, database, faults, watch, ledger, client, site } = world;
const cancel = async (jobIds: string[]) => {
  const known = jobIds.flatMap((id) => ledger.runs.get(id) ?? []);
  await Promise.all(known.map((run) => cancelRun({ client, ledger, watch }, run)));
};
const schedule = new FaultSchedule({
  stack,
  database,
  disk: world.disk,
  folder: faults,
  watch,
  random: new Random(Number(seed)),
  cancel,
  over,
});
const progress = setInterval(() => {
  const met = `${schedule.met.size}/${faultPoints.length}`;
  say(
    `${schedule.total} kills, ${ledger.runs.size} accepted, ${watch.open().length} open, points ${met}, ${ledger.surprises.length} surprises`,
  );
}, tellEveryMs);
const work = Array.from({ length: lanes }, (_, lane) =>
  runLane({ client, ledger, watch, random: new Random(Number(seed) * 1000 + lane + 1), siteUrl: site.url, over }),
);
const everything = await Promise.allSettled([schedule.run().then(() => Date.now()), ...work]);
clearInterval(progress);
for (const result of everything) if (result.status === 'rejected') ledger.surprises.push(String(result.reason));
const [faultsEnded] = everything;
const verdict = await judge(world, faultsEnded.status === 'fulfilled' ? faultsEnded.value : Date.now());
const broken = violations(verdict);
if (schedule.unmet.length > 0) broken.push(`points never met: ${schedule.unmet.join(', ')}`);
for (const line of sayLongest(watch.recoveries, watch.disturbances, 3)) say(line);
for (const line of broken) say(line);
const kept = await closeFaultWorld(world, values.keep || broken.length > 0);
if (kept !== null) say(`Kept for a look: ${kept}`);
console.log(summarise(world, verdict));
process.exit(broken.length === 0 ? 0 : 1);

function summarise({ ledger: { runs, edits, deleted, cancels, retries, doubleClicks }, watch }: FaultWorld, found: Verdict): string {
  const { gateway, researcher, writer, Redis } = schedule.kills;
  const seconds = found.settledMs === null ? 'never' : `${(found.settledMs / 1000).toFixed(1)} s`;
  return [
    `faults: ${schedule.total} kills (gateway ${gateway}, researcher ${researcher}, writer ${writer}, Redis ${Redis})`,
    ...(database.endServer === null ? [] : [`database ended ${schedule.databaseEnds} times, away ${schedule.databaseOutages} times`]),
    ...(world.disk?.mounted === true ? [`disk full ${schedule.diskFull} times, read-only ${schedule.diskProtected} times`] : []),
    `${schedule.flushes} flushes, ${schedule.freezes} freezes, points hit ${schedule.met.size}/${faultPoints.length}`,
    `${runs.size} accepted (${doubleClicks} double clicks, ${cancels} cancels, ${retries} retries), ${edits.length} edits, ${deleted.size} deleted`,
    `${found.lost.length} lost, ${found.doubled.length} doubled, ${found.badFiles.length} bad files, ${found.undeleted.length} not deleted, ${found.unexpected.length} unexpected`,
    `orphans ${found.before.orphans.length} before and ${found.after?.orphans.length} after a restart, temporary files ${found.before.temporary.length} and ${found.after?.temporary.length}`,
    sayRecoveries(watch.recoveries, watch.disturbances),
    `settled in ${seconds}`,
  ].join('; ');
}
