/** A timer that fires this much too late, in milliseconds, says that the process stood still. */
const standstillMs = 1000;

export interface Deadline {
  /** Starts the time anew. */
  restart(): void;
  clear(): void;
  /** Whether the process stood still while it ran: stopped, or on a machine that slept. */
  stoodStill(): boolean;
}

/**
 * Calls `onPassed` after `ms` milliseconds in which the process could have worked. One that was frozen, or whose laptop was closed, wakes
 * up with every timer overdue before it has seen what came meanwhile: nobody else is to blame for that, so the time starts anew.
 */
export function startDeadline(ms: number, onPassed: () => void): Deadline {
  let stoodStill = false;
  let timer: NodeJS.Timeout;
  let since: ReturnType<typeof clocks>;
  const isLate = () => {
    const now = clocks();
    // Sleep stops the monotonic clock; a person may set the other one back.
    return Math.max(now.monotonic - since.monotonic, now.wall - since.wall) > ms + standstillMs;
  };
  const start = () => {
    since = clocks();
    timer = setTimeout(() => {
      if (!isLate()) return onPassed();
      stoodStill = true;
      start();
    }, ms);
  };
  start();
  return {
    restart: () => {
      clearTimeout(timer);
      start();
    },
    clear: () => clearTimeout(timer),
    stoodStill: () => stoodStill,
  };
}

const clocks = () => ({ monotonic: performance.now(), wall: Date.now() });
