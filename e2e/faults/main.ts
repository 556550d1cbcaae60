import { faultPoints } from '@coverwright/server';
import { cancelRun } from './acts.ts';
import { FaultSchedule } from './fault-schedule.ts';
import { closeFaultWorld, judge, startFaultWorld, violations, type FaultWorld, type Verdict } from './fault-run.ts';
import { runLane } from './lane.ts';
import { Random } from './random.ts';
import { sayRecoveries } from './recoveries.ts';

const lanes = 80;
const tellEveryMs = 10_000;

const [minutes = '5', seed = '1', fence] = process.argv.slice(2);
const say = (line: string) => process.stderr.write(`${line}\n`);

const world = await startFaultWorld({ noFence: fence === 'no-fence' });
let stopped = false;
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => (stopped = true));
const until = Date.now() + Number(minutes) * 60_000;
const over = () => stopped || Date.now() > until;
say(`Breaking ${world.stack.url} for ${minutes} min, seed ${seed}, in ${world.stack.folder}`);

const { stack, faults, watch, ledger, client, site } = world;
const giveUp = async () => {
  const writing = watch.open().filter(({ status, stage }) => status === 'running' && stage === 'writing');
  const known = writing.flatMap(({ id }) => ledger.runs.get(id) ?? []);
  await Promise.all(known.map((run) => cancelRun({ client, ledger, watch }, run)));
};
const schedule = new FaultSchedule({ stack, folder: faults, watch, random: new Random(Number(seed)), giveUp, over });
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
if (schedule.met.size < faultPoints.length)
  broken.push(`points never met: ${faultPoints.filter((point) => !schedule.met.has(point)).join(', ')}`);
for (const line of broken) say(line);
const kept = await closeFaultWorld(world, broken.length > 0);
if (kept !== null) say(`Kept for a look: ${kept}`);
console.log(summarise(world, verdict));
process.exit(broken.length === 0 ? 0 : 1);

function summarise({ ledger: { runs, edits, cancels, retries, doubleClicks }, watch }: FaultWorld, found: Verdict): string {
  const { gateway, researcher, writer, Redis } = schedule.kills;
  const seconds = found.settledMs === null ? 'never' : `${(found.settledMs / 1000).toFixed(1)} s`;
  return [
    `faults: ${schedule.total} kills (gateway ${gateway}, researcher ${researcher}, writer ${writer}, Redis ${Redis})`,
    `${schedule.flushes} flushes, ${schedule.freezes} freezes, points hit ${schedule.met.size}/${faultPoints.length}`,
    `${runs.size} accepted (${doubleClicks} double clicks, ${cancels} cancels, ${retries} retries), ${edits.length} edits`,
    `${found.lost.length} lost, ${found.doubled.length} doubled, ${found.badFiles.length} bad files, ${found.unexpected.length} unexpected`,
    `orphans ${found.before.orphans.length} before and ${found.after.orphans.length} after a restart, temporary files ${found.before.temporary.length} and ${found.after.temporary.length}`,
    sayRecoveries(watch.recoveries, watch.disturbances),
    `settled in ${seconds}`,
  ].join('; ');
}
