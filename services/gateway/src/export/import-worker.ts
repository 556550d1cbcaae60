import { parentPort, workerData } from 'node:worker_threads';
import type { ImportSummary } from '@coverwright/contracts';
import { BadArchive } from '@coverwright/server/archive';
import type { WorkAnswer } from '../isolation/work.ts';
import { checkExport, type ExportToCheck } from './check-export.ts';
import { toFault } from './import-fault.ts';

async function answer(): Promise<WorkAnswer<ImportSummary>> {
  try {
    return { value: await checkExport(workerData as ExportToCheck) };
  } catch (error) {
    if (error instanceof BadArchive) return { fault: toFault(error) };
    // What zlib and the reader of the zip say of a file that was damaged in the middle.
    if (!(error as NodeJS.ErrnoException).syscall) return { fault: toFault(new BadArchive('damaged', 'The file is damaged.', error)) };
    throw error;
  }
}

parentPort?.postMessage(await answer());
