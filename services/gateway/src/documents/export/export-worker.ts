import { parentPort, workerData } from 'node:worker_threads';
import type { WorkAnswer } from '../../isolation/work.ts';
import type { LetterToExport } from './letter-to-export.ts';
import { readBlocks } from './read-blocks.ts';
import { writeText } from './write-text.ts';

/** Libraries are loaded for the format that is asked for only. */
async function exportLetter(letter: LetterToExport): Promise<Uint8Array> {
  const blocks = readBlocks(letter.content);
  if (letter.format === 'txt') return new TextEncoder().encode(writeText(blocks));
  if (letter.format === 'docx') return (await import('./write-docx.ts')).writeDocx(blocks, letter);
  return (await import('./pdf/write-pdf.ts')).writePdf(blocks, letter);
}

const bytes = await exportLetter(workerData as LetterToExport);
const answer: WorkAnswer<Uint8Array> = { value: bytes };
parentPort?.postMessage(answer, [bytes.buffer as ArrayBuffer]);
