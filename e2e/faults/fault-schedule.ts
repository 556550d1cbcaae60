import { setTimeout as pause } from 'node:timers/promises';
import { faultPoints, type FaultPoint } from '@coverwright/server';
import type { Claimed, FaultFolder } from './fault-folder.ts';
import { signal, type FaultyStack, type Role, type WorkerRole } from './faulty-stack.ts';
import type { Random } from './random.ts';
import type { RunWatch } from './run-watch.ts';

export interface ScheduleParts {
  stack: FaultyStack;
  folder: FaultFolder;
  watch: RunWatch;
  random: Random;
  /** Cancels everything that is being written. */
  giveUp: () => Promise<void>;
  over: () => boolean;
}

/** How likely a process is frozen there instead of killed. Only outside of transactions: inside, it would keep everybody from writing. */
const freezing: Partial<Record<FaultPoint, number>> = { 'step-claimed': 0.15, 'note-stored': 0.15, 'letter-staged': 0.5 };
const everyMs = {
  kill: [200, 4500],
  arm: [500, 2500],
  redis: [35_000, 65_000],
  flush: [25_000, 45_000],
  freeze: [20_000, 35_000],
} as const;
/** Beyond a worker's lock and the time until another worker takes over. */
const frozenMs = 12_500;

/** Everything that goes wrong, each kind at its own random times. */
export class FaultSchedule {
  readonly kills: Record<Role, number> = { gateway: 0, researcher: 0, writer: 0, Redis: 0 };
  readonly met = new Map<FaultPoint, number>();
  flushes = 0;
  freezes = 0;
  readonly #parts: ScheduleParts;
  /** By process: the end of it, when that process runs again and its stand-in has gone. */
  readonly #frozen = new Map<number, Promise<void>>();
  /** Workers that have, or had a moment ago, a second one of their kind beside them. */
  readonly #doubled: Claimed['role'][] = [];
  #nextPoint = 0;

  constructor(parts: ScheduleParts) {
    this.#parts = parts;
  }

  get total(): number {
    return Object.values(this.kills).reduce((sum, count) => sum + count, 0);
  }

  /** Resolves after the time is over and every frozen process runs again. */
  async run(): Promise<void> {
    const { random } = this.#parts;
    await Promise.all([
      this.#repeat('kill', () => this.kill(random.weighted<Role>({ gateway: 3, researcher: 4, writer: 5, Redis: 0 }))),
      this.#repeat('redis', () => this.#killRedis()),
      this.#repeat('flush', () => this.#flush()),
      this.#repeat('freeze', () => this.#freezeOne()),
      this.#repeat('arm', () => this.#armNext()),
      this.#collect(),
    ]);
    await Promise.all(this.#frozen.values());
  }

  async kill(role: Role): Promise<void> {
    const { stack, watch, random } = this.#parts;
    const candidates = stack.pids(role).filter((pid) => !this.#frozen.has(pid));
    if (candidates.length === 0) return;
    watch.look();
    const at = Date.now();
    if (!signal(random.pick(candidates), 'SIGKILL')) return;
    this.kills[role] += 1;
    if (role !== 'Redis') this.#noteDeath(role, at);
  }

  #noteDeath(role: Claimed['role'], at: number): void {
    // With a second worker beside it nobody outside can say who held what.
    if (role !== 'gateway' && !this.#doubled.includes(role)) this.#parts.watch.workerDied(role, at);
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
    const point = faultPoints[this.#nextPoint++ % faultPoints.length] as FaultPoint;
    folder.arm(point, random.chance(freezing[point] ?? 0) ? 'pause' : 'kill');
  }

  async #collect(): Promise<void> {
    const { folder, over } = this.#parts;
    while (!over()) {
      for (const claimed of folder.takeClaimed()) this.#count(claimed);
      await pause(30);
    }
    folder.disarm();
    for (const claimed of folder.takeClaimed()) this.#count(claimed);
  }

  #count({ point, action, pid, role, at }: Claimed): void {
    this.met.set(point, (this.met.get(point) ?? 0) + 1);
    if (action === 'pause') return this.#thawLater(pid, role);
    this.kills[role] += 1;
    this.#noteDeath(role, at);
  }

  async #freezeOne(): Promise<void> {
    const { stack, random } = this.#parts;
    const role = random.pick<WorkerRole>(['researcher', 'writer']);
    const [pid] = stack.pids(role);
    if (pid === undefined || this.#frozen.size > 0 || !signal(pid, 'SIGSTOP')) return;
    this.#thawLater(pid, role);
  }

  /** Another worker takes over meanwhile, as on another machine; then the frozen one goes on where it was. */
  #thawLater(pid: number, role: Claimed['role']): void {
    const { stack, watch, random, giveUp } = this.#parts;
    this.freezes += 1;
    this.#doubled.push(role);
    const isOver = watch.disturb('frozen');
    const thaw = async () => {
      // What nobody can stop now must not come true when it goes on.
      const cancelled = role === 'writer' && random.chance(0.5) ? giveUp() : null;
      const [extra] = await Promise.all([role === 'gateway' ? null : stack.startExtra(role), pause(frozenMs)]);
      signal(pid, 'SIGCONT');
      isOver();
      this.#frozen.delete(pid);
      await Promise.all([cancelled, pause(2000)]);
      if (extra !== null) await stack.endExtra(extra);
      this.#doubled.splice(this.#doubled.indexOf(role), 1);
    };
    this.#frozen.set(pid, thaw());
  }
}
