import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FaultPoint } from '@coverwright/server';

export type FaultAction = 'kill' | 'pause';

export interface Claimed {
  point: FaultPoint;
  action: FaultAction;
  pid: number;
  role: 'gateway' | 'researcher' | 'writer';
  /** When the process was there, milliseconds since 1970. */
  at: number;
}

/** The harness's side of `hook.ts`: what is armed and what was met. */
export class FaultFolder {
  readonly path: string;
  readonly #seen = new Set<string>();

  constructor(path: string) {
    this.path = path;
    for (const name of ['armed', 'claimed', 'new']) mkdirSync(join(path, name), { recursive: true });
  }

  /** The next process, of that role if one is given, that comes to the point does it. Arming twice is arming once. */
  arm(point: FaultPoint, action: FaultAction, role?: Claimed['role']): void {
    const name = role === undefined ? point : `${point}.${role}`;
    const draft = join(this.path, 'new', name);
    writeFileSync(draft, action);
    renameSync(draft, join(this.path, 'armed', name));
  }

  /** Names of what nobody has come to yet. */
  armed(): string[] {
    return readdirSync(join(this.path, 'armed'));
  }

  disarm(): void {
    for (const name of this.armed()) rmSync(join(this.path, 'armed', name), { force: true });
  }

  /** From now on writes to the content folder fail with this code in every process; null ends it. */
  failWrites(code: 'ENOSPC' | 'EROFS' | null): void {
    const file = join(this.path, 'writes-fail');
    if (code === null) rmSync(file, { force: true });
    else writeFileSync(file, code);
  }

  /** Sets the clocks of all processes of a role this far off; 0 puts them right. Resolves when every one of them goes by it. */
  async setClock(role: Claimed['role'], offsetMs: number, pids: () => number[], withinMs = 30_000): Promise<void> {
    const draft = join(this.path, 'new', `clock.${role}`);
    const file = join(this.path, `clock.${role}`);
    writeFileSync(draft, String(offsetMs));
    renameSync(draft, file);
    const until = Date.now() + withinMs;
    const goesByIt = (pid: number) => existsSync(`${file}.${pid}`) && readFileSync(`${file}.${pid}`, 'utf8') === String(offsetMs);
    while (!pids().every(goesByIt)) {
      if (Date.now() > until) throw new Error(`The clock of the ${role} was not set within ${withinMs / 1000} s.`);
      await pause(20);
    }
  }

  /** What was met since the last call. */
  takeClaimed(): Claimed[] {
    const names = readdirSync(join(this.path, 'claimed')).filter((name) => !this.#seen.has(name));
    return names.map((name) => {
      this.#seen.add(name);
      const [at, pid, role, point] = name.split('.');
      const action = readFileSync(join(this.path, 'claimed', name), 'utf8') as FaultAction;
      return { at: Number(at), pid: Number(pid), role: role as Claimed['role'], point: point as FaultPoint, action };
    });
  }

  /** Waits until a process has come to the point; the folder tells nobody, so this looks again and again. */
  async untilMet(point: FaultPoint, withinMs = 30_000): Promise<Claimed> {
    const until = Date.now() + withinMs;
    while (Date.now() < until) {
      const claimed = this.takeClaimed().find((candidate) => candidate.point === point);
      if (claimed !== undefined) return claimed;
      await pause(20);
    }
    throw new Error(`No process came to ${point} within ${withinMs / 1000} s.`);
  }
}
