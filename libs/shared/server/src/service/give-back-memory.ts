import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** By then what only the start needed is out of use. */
const afterMs = 3000;

/**
 * A service that waits for work has nothing that makes V8 collect what its start has left, which is a third of what it holds. It is asked
 * to once, when the start is over.
 */
export function giveBackMemory(): void {
  setTimeout(() => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as (options: { type: 'major'; flavor: 'last-resort' }) => void;
    setFlagsFromString('--no-expose-gc');
    collect({ type: 'major', flavor: 'last-resort' });
  }, afterMs).unref();
}
