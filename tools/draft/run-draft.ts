import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Guardian } from '../process/guardian.ts';
import { UserError } from '../process/user-error.ts';
import { draftLetter, type DraftedLetter, type LetterRequest } from './draft-letter.ts';
import { openDemo, openGateway } from './open-gateway.ts';
import type { DraftOptions } from './parse-options.ts';

/** Drafts and delivers one letter; the exit code is 0 when it was written. */
export const runDraft = async (options: DraftOptions, guardian: Guardian, signal: AbortSignal): Promise<number> => {
  const request = await readRequest(options);
  const { api, close, request: demo } = options.demo ? await openDemo({ guardian, signal }) : await openGateway({ guardian, signal });
  try {
    if (options.resumeFile) console.error(`${options.resumeFile} becomes your base resume.`);
    await deliver(options, await draftLetter(api, demo ?? request, signal));
    return 0;
  } finally {
    await close();
  }
};

const readRequest = async (options: DraftOptions): Promise<LetterRequest> => ({
  company: options.company,
  title: options.title,
  urls: options.urls,
  jobUrl: options.jobUrl,
  jobDescription: options.jobFile ? await readText('--job-file', options.jobFile) : null,
  resume: options.resumeFile ? await readText('--resume', options.resumeFile) : null,
});

const readText = async (option: string, file: string): Promise<string> => {
  const text = await readFile(resolveFile(file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`${option} names ${file}, which cannot be read: ${error.code ?? error.message}.`, 2);
  });
  if (text.trim() === '') throw new UserError(`${option} names ${file}, which is empty.`, 2);
  return text;
};

const deliver = async ({ json, outFile }: DraftOptions, { orchestration, document }: DraftedLetter): Promise<void> => {
  if (outFile) {
    await writeFile(resolveFile(outFile), document.content).catch((error: NodeJS.ErrnoException) => {
      throw new UserError(
        `The letter was written (${document.file_path}) but could not be copied to ${outFile}: ${error.code ?? error.message}.`,
      );
    });
    console.error(`The letter is in ${outFile}.`);
  }
  if (json) process.stdout.write(`${JSON.stringify({ orchestration, document }, null, 2)}\n`);
  else if (!outFile) process.stdout.write(document.content.endsWith('\n') ? document.content : `${document.content}\n`);
};

/** npm runs scripts in the repository's folder and keeps where the person stands in INIT_CWD. */
const resolveFile = (file: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), file);
