import { createHash } from 'node:crypto';

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** A number that is always the same for the same key, for varying phrases between applications. */
export const seedOf = (key: string): number => Number.parseInt(sha256(key).slice(0, 8), 16);

export function pick<T>(options: readonly [T, ...T[]], seed: number, salt = ''): T {
  return options[seedOf(`${seed}:${salt}`) % options.length] ?? options[0];
}
