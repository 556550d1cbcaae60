import { threadId } from 'node:worker_threads';
import { ExtractFailed } from '../src/extract/load-html.ts';
import { serveTasks } from '../src/parse/serve-tasks.ts';

/** Everything that a page could make a thread do. */
export const hostileTasks = {
  add: (a: number, b: number) => a + b,
  thread: () => threadId,
  process: () => process.pid,
  environment: () => Object.keys(process.env),
  hang: () => {
    for (;;);
  },
  backtrack: () => /^(a+)+$/.test(`${'a'.repeat(200)}b`),
  eatSlowly: () => {
    const kept: unknown[] = [];
    for (;;) kept.push({ kept: kept.length, text: `${kept.length}`.repeat(10) });
  },
  eatArrays: () => {
    const kept: unknown[] = [];
    for (;;) kept.push(new Array(1_000_000).fill(0));
  },
  eatStrings: () => {
    const kept: string[] = [];
    for (;;) kept.push(JSON.stringify(`${kept.length}${'x'.repeat(20_000_000)}`));
  },
  eatOneArray: () => {
    const kept: number[] = [];
    for (;;) kept.push(1.5);
  },
  eatMap: () => {
    const kept = new Map<number, number>();
    for (let index = 0; ; index += 1) kept.set(index, index);
  },
  eatBuffers: () => {
    const kept: Buffer[] = [];
    for (;;) kept.push(Buffer.alloc(50_000_000, 1));
  },
  recurse: (): number => 1 + hostileTasks.recurse(),
  refuse: () => {
    throw new ExtractFailed('The page is empty.');
  },
  fail: () => {
    throw new TypeError('a fault of ours');
  },
  unsendable: () => () => undefined,
  exit: () => process.exit(0),
  throwLater: () => {
    setImmediate(() => {
      throw new Error('later');
    });
    for (const until = Date.now() + 20; Date.now() < until;);
    return 'now';
  },
};

serveTasks(hostileTasks);
