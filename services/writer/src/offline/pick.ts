import { createHash } from 'node:crypto';

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** A number that is always the same for the same key, for varying phrases between applications. */
export const seedOf = (key: string): number => Number.parseInt(sha256(key).slice(0, 8), 16);

/** Takes one of several phrases for a place in the letter. */
export type Choose = <T extends string>(place: string, options: readonly [T, ...T[]]) => T;

/** Takes phrases by the seed, and none of them twice while there are others. */
export function createChooser(seed: number): Choose {
  const used = new Set<string>();
  return (place, options) => {
    const fresh = options.filter((option) => !used.has(option));
    const pool = fresh.length ? fresh : options;
    const chosen = pool[seedOf(`${seed}:${place}`) % pool.length] ?? options[0];
    used.add(chosen);
    return chosen;
  };
}
