import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** Calls `take` with each line of a stream, without its line end; a last unfinished line counts. */
export const splitLines = (stream: Readable | null, take: (line: string) => void): void => {
  if (stream) createInterface({ input: stream, crlfDelay: Infinity }).on('line', take);
};
