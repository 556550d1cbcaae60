import { createServer } from 'node:net';
import { UserError } from '../process/user-error.ts';

const retryEvery = 100;

/**
 * Makes sure that the gateway will be able to listen. `patience` is how long, in milliseconds, a port that is in use may still become
 * free: the gateway of a launcher that was killed needs a moment to end.
 */
export const checkPort = async (host: string, port: number, patience: number): Promise<void> => {
  const until = Date.now() + patience;
  for (;;) {
    const code = await tryListen(host, port);
    if (code === null) return;
    if (code === 'EADDRINUSE' && Date.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, retryEvery));
      continue;
    }
    throw new UserError(explain(host, port, code));
  }
};

/** A port of 127.0.0.1 that nothing listens on now. */
export const findFreePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port was given'))));
    });
  });

const tryListen = (host: string, port: number): Promise<string | null> =>
  new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    probe.listen(port, host, () => probe.close(() => resolve(null)));
  });

const explain = (host: string, port: number, code: string): string => {
  const example = `PORT=${port === 65_535 ? 3000 : port + 1} npm start`;
  if (code === 'EADDRINUSE')
    return `Port ${port} is already in use by another program (perhaps another Coverwright), so the gateway could not listen and nothing was started.\nStop that program, or choose another port: ${example}`;
  if (code === 'EACCES')
    return `Port ${port} may not be used by this account (ports below 1024 are often reserved), so nothing was started.\nChoose another port: PORT=3000 npm start`;
  return `The gateway cannot listen on ${host} port ${port}: ${code}. Nothing was started.\nSet HOST to an address of this machine (127.0.0.1 is the default) and start again.`;
};
