const parentCheckEvery = 1000;
const repeatIgnoredFor = 1000;

/**
 * Aborts when this process is asked to end: a signal, a closed output, or the death of the npm process that started it.
 * A second request, later than the copy that npm forwards of a Ctrl-C the terminal already sent, calls `force`.
 */
export const stopSignal = (force: () => void): AbortSignal => {
  const controller = new AbortController();
  let askedAt = 0;
  const stop = (why: string) => {
    if (!controller.signal.aborted) {
      askedAt = Date.now();
      controller.abort(new Error(why));
    } else if (Date.now() - askedAt > repeatIgnoredFor) force();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stop(name));
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => stop('output closed'));
  watchParent(() => stop('npm ended'));
  return controller.signal;
};

const watchParent = (onGone: () => void): void => {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, parentCheckEvery);
  timer.unref();
};
