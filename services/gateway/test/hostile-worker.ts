import { parentPort, workerData } from 'node:worker_threads';

const hold: unknown[] = [];
const acts: Record<string, () => unknown> = {
  answer: () => parentPort?.postMessage({ value: { settings: Object.keys(process.env).filter((name) => !name.startsWith('NODE_')) } }),
  'loop for ever': () => {
    for (;;) hold.length = 0;
  },
  'fill its heap': () => {
    for (;;) hold.push({ at: hold.length });
  },
  'fill buffers outside its heap': () => {
    for (;;) hold.push(new Uint8Array(16 * 1024 * 1024).fill(1));
  },
  throw: () => {
    throw new Error('broken');
  },
  exit: () => process.exit(3),
};

acts[workerData as string]?.();
