import { readFileSync, writeFileSync } from 'node:fs';

const lookEveryMs = 50;

/**
 * A wall clock that jumps: from now on it is off by as many milliseconds as the file `offset` says, and right without one; a file beside it,
 * with the process's id behind its name, says by how much. Only `Date` of
 * this process is faked; timers and other programs keep the machine's time, as timers do when somebody sets a real clock.
 */
export function fakeClock(offset: string): void {
  const RealDate = Date;
  let offsetMs: number | undefined;
  const look = () => {
    const asked = readOffset(offset);
    if (asked === offsetMs) return;
    offsetMs = asked;
    writeFileSync(`${offset}.${process.pid}`, String(offsetMs));
  };
  look();
  setInterval(look, lookEveryMs).unref();
  globalThis.Date = new Proxy(RealDate, {
    get: (target, name): unknown => (name === 'now' ? () => RealDate.now() + (offsetMs ?? 0) : Reflect.get(target, name)),
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [RealDate.now() + (offsetMs ?? 0)] : args, newTarget) as Date,
  });
}

function readOffset(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return 0;
  }
}
