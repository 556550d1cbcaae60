import { parentPort, workerData } from 'node:worker_threads';
import type { WorkAnswer } from '../../isolation/work.ts';
import { ImportFailed } from './import-fault.ts';
import { readFile, type ReadResume } from './read-file.ts';

async function answer(): Promise<WorkAnswer<ReadResume>> {
  try {
    return { value: await readFile(workerData as Uint8Array) };
  } catch (error) {
    if (error instanceof ImportFailed) return { fault: error.fault };
    throw error;
  }
}

parentPort?.postMessage(await answer());
