const TICKS = 10;

/**
 * Calls `onEnd` after `ms` milliseconds in which the process ran. One that stood still, on a laptop that was closed for instance, loses
 * a tenth of the time, however long that was: overdue ticks come as one.
 * @returns what stops it.
 */
export function countDown(ms: number, onEnd: () => void): () => void {
  let left = TICKS;
  const timer = setInterval(() => {
    left -= 1;
    if (left > 0) return;
    clearInterval(timer);
    onEnd();
  }, ms / TICKS);
  return () => clearInterval(timer);
}
