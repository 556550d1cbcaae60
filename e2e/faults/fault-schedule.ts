import { setTimeout as pause } from 'node:timers/promises';
import { faultPoints, type FaultPoint } from '@coverwright/server';
import type { FaultDatabase } from './fault-database.ts';
import type { Claimed, FaultFolder } from './fault-folder.ts';
import { signal, type FaultyStack, type Role, type WorkerRole } from './faulty-stack.ts';
import { Freezer } from './freezer.ts';
import type { Random } from './random.ts';
import type { RunWatch } from './run-watch.ts';
import type { SmallDisk } from './small-disk.ts';

export interface ScheduleParts {
  stack: FaultyStack;
  database: FaultDatabase;
  disk: SmallDisk | null;
  folder: FaultFolder;
  watch: RunWatch;
  random: Random;
  cancel: (jobIds: string[]) => Promise<void>;
  over: () => boolean;
}

/** How likely a process is frozen there instead of killed. Only outside of transactions: inside, it would keep everybody from writing. */
const freezing: Partial<Record<FaultPoint, number>> = { 'step-claimed': 0.15, 'note-stored': 0.15 };
const everyMs = {
  kill: [200, 4500],
  arm: [500, 2500],
  redis: [35_000, 65_000],
  database: [15_000, 30_000],
  flush: [25_000, 45_000],
  disk: [12_000, 25_000],
  freeze: [20_000, 35_000],
  overtake: [3000, 12_000],
} as const;

/** Everything that goes wrong, each kind at its own random times. */
export class FaultSchedule {
  readonly kills: Record<Role, number> = { gateway: 0, researcher: 0, writer: 0, Redis: 0 };
  readonly met = new Map<FaultPoint, number>();
  flushes = 0;
  /** How often the database's server was killed, or asked to end at once. */
  databaseEnds = 0;
  /** How often it could not be reached for some seconds. */
  databaseOutages = 0;
  diskFull = 0;
  diskProtected = 0;
  readonly #parts: ScheduleParts;
  readonly #freezer: Freezer;
  #nextPoint = 0;

  constructor(parts: ScheduleParts) {
    this.#parts = parts;
    this.#freezer = new Freezer(parts);
  }

  get total(): number {
    return Object.values(this.kills).reduce((sum, count) => sum + count, 0);
  }

  get unmet(): FaultPoint[] {
    return faultPoints.filter((point) => !this.met.has(point));
  }

  get freezes(): number {
    return this.#freezer.freezes;
  }

  /** Resolves after the time is over and every frozen process runs again. */
  async run(): Promise<void> {
    const { random } = this.#parts;
    await Promise.all([
      this.#repeat('kill', () => this.kill(random.weighted<Role>({ gateway: 3, researcher: 4, writer: 5, Redis: 0 }))),
      this.#repeat('redis', () => this.#killRedis()),
      this.#repeat('flush', () => this.#flush()),
      this.#repeat('database', () => this.#endDatabase()),
      this.#repeat('disk', () => this.#troubleDisk()),
      this.#repeat('freeze', () => this.#freezeOne()),
      this.#repeat('overtake', () => this.#armOvertaking()),
      this.#repeat('arm', () => this.#armNext()),
      this.#collect(),
    ]);
    await this.#freezer.end();
  }

  async kill(role: Role): Promise<void> {
    const { stack, watch, random } = this.#parts;
    const candidates = stack.pids(role).filter((pid) => !this.#freezer.isFrozen(pid));
    if (candidates.length === 0) return;
    await watch.look();
    const at = Date.now();
    if (!signal(random.pick(candidates), 'SIGKILL')) return;
    this.kills[role] += 1;
    if (role !== 'Redis') this.#noteDeath(role, at);
  }

  #noteDeath(role: Claimed['role'], at: number): void {
    // With a second worker beside it nobody outside can say who held what.
    if (role !== 'gateway' && !this.#freezer.isDoubled(role)) this.#parts.watch.workerDied(role, at);
  }

  async #killRedis(): Promise<void> {
    const { stack, watch } = this.#parts;
    const heard = stack.launcher.lines.length;
    const isOver = watch.disturb('redis');
    await this.kill('Redis');
    // It rejects when the product ends before: then nothing is measured any more.
    void stack.launcher.untilSaid(/^Redis is back/, heard).then(isOver, isOver);
  }

  async #flush(): Promise<void> {
    const isOver = this.#parts.watch.disturb('redis');
    if (await this.#parts.stack.flushRedis()) this.flushes += 1;
    isOver();
  }

  async #endDatabase(): Promise<void> {
    const { database, watch, random } = this.#parts;
    if (database.endServer === null || database.doorway === null) return;
    const isOver = watch.disturb('database');
    if (random.chance(0.3)) {
      database.doorway.shut();
      this.databaseOutages += 1;
      await pause(random.between(3000, 20_000));
      await database.doorway.open();
    } else if (database.endServer(random.chance(0.5) ? 'kill' : 'end')) this.databaseEnds += 1;
    // It may still answer for a moment; what was asked and answered after that is asked of the next server.
    await pause(500);
    await watch.look();
    isOver();
  }

  /** Only a real one: that the hook throws where it is told to says little about a storm. */
  async #troubleDisk(): Promise<void> {
    const { disk, random } = this.#parts;
    if (disk?.mounted !== true) return;
    const full = random.chance(0.6);
    if (full) disk.fill();
    else if (!(await disk.protect())) return;
    if (full) this.diskFull += 1;
    else this.diskProtected += 1;
    await pause(random.between(1000, 6000));
    if (full) disk.free();
    else await disk.unprotect();
  }

  async #repeat(kind: keyof typeof everyMs, act: () => Promise<void>): Promise<void> {
    const { random, over } = this.#parts;
    const [from, to] = everyMs[kind];
    for (;;) {
      for (let left = random.between(from, to); left > 0 && !over(); left -= 250) await pause(Math.min(left, 250));
      if (over()) return;
      await act();
    }
  }

  async #armNext(): Promise<void> {
    const { folder, random } = this.#parts;
    if (folder.armed().length > 2) return;
    // What nobody has come to yet goes first, half of the time: a short run meets every point too.
    const unmet = this.unmet.filter((candidate) => !folder.armed().includes(candidate));
    const next = faultPoints[this.#nextPoint++ % faultPoints.length] as FaultPoint;
    const point = unmet.length > 0 && random.chance(0.5) ? random.pick(unmet) : next;
    if (random.chance(freezing[point] ?? 0)) folder.arm(point, 'pause', random.pick<WorkerRole>(['researcher', 'writer']));
    else folder.arm(point, 'kill');
  }

  /** A writer with its letter in hand is what the fence is for. */
  async #armOvertaking(): Promise<void> {
    if (!this.#freezer.busy) this.#parts.folder.arm('letter-staged', 'pause', 'writer');
  }

  async #collect(): Promise<void> {
    const { folder, over } = this.#parts;
    while (!over()) {
      for (const claimed of folder.takeClaimed()) await this.#count(claimed);
      await pause(30);
    }
    folder.disarm();
    for (const claimed of folder.takeClaimed()) await this.#count(claimed);
  }

  async #count({ point, action, pid, role, at }: Claimed): Promise<void> {
    this.met.set(point, (this.met.get(point) ?? 0) + 1);
    if (action === 'pause' && role !== 'gateway') {
      if (!(await this.#freezer.freeze(pid, role)) && point === 'letter-staged') await this.#armOvertaking();
      return;
    }
    this.kills[role] += 1;
    this.#noteDeath(role, at);
  }

  async #freezeOne(): Promise<void> {
    const { stack, random } = this.#parts;
    const role = random.pick<WorkerRole>(['researcher', 'writer']);
    const [pid] = stack.pids(role);
    if (pid !== undefined && !this.#freezer.busy) await this.#freezer.freeze(pid, role);
  }
}
