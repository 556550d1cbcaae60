import { readFileSync } from 'node:fs';

const lookEveryMs = 50;

/**
 * A wall clock that jumps: from now on it is off by as many milliseconds as the file `offset` says, and right without one. Only `Date` of
 * this process is faked; timers and other programs keep the machine's time, as timers do when somebody sets a real clock.
 */
export function fakeClock(offset: string): void {
  const RealDate = Date;
  let offsetMs = 0;
  const look = () => {
    try {
      offsetMs = Number(readFileSync(offset, 'utf8'));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      offsetMs = 0;
    }
  };
  look();
  setInterval(look, lookEveryMs).unref();
  globalThis.Date = new Proxy(RealDate, {
    get: (target, name): unknown => (name === 'now' ? () => RealDate.now() + offsetMs : Reflect.get(target, name)),
    construct: (target, args: unknown[], newTarget) =>
      Reflect.construct(target, args.length === 0 ? [RealDate.now() + offsetMs] : args, newTarget) as Date,
  });
}
