import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { percentile } from '../flow/percentile.ts';

const rounds = 100;
const block = Buffer.alloc(4096, 1);

/** Milliseconds until a block that is written to a file of this folder is on the disk: what every durable step has to wait for at least once. */
export const timeSyncs = (folder: string): number => {
  const file = openSync(join(folder, 'sync-reference'), 'w');
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    writeSync(file, block);
    fsyncSync(file);
    times.push(performance.now() - began);
  }
  closeSync(file);
  return percentile(times, 0.5);
};
