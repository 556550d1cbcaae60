import type { WorkFault } from '../../isolation/work.ts';

const pasteHint = 'Or paste the text of your resume instead.';

/** Every reason why a file is no resume that can be read: what it is, and what to do. */
export const importFaults = {
  empty: fault('FILE_UNREADABLE', 'The file is empty.', 'Choose the file again; it may not have been saved yet.'),
  garbage: fault(
    'FILE_UNREADABLE',
    'The file is neither text nor a document that is known here.',
    `Save it as PDF, DOCX or plain text and try again. ${pasteHint}`,
  ),
  damaged: fault(
    'FILE_UNREADABLE',
    'The file is damaged: it cannot be opened as what it says it is.',
    `Save it anew from the program that made it. ${pasteHint}`,
  ),
  locked: fault('FILE_UNREADABLE', 'The file is protected with a password.', `Save a copy without a password and try again. ${pasteHint}`),
  scanned: fault(
    'FILE_UNREADABLE',
    'There is no text in the file, most likely because it is a scan or a picture.',
    `Export it as PDF from the program it was written in. ${pasteHint}`,
  ),
  tooMuch: fault(
    'FILE_UNREADABLE',
    'The file holds far more than a resume, or unpacks to far more.',
    `Save the resume alone, as PDF, DOCX or plain text. ${pasteHint}`,
  ),
  notAResume: fault(
    'FILE_UNREADABLE',
    'The file is JSON, but not in the form of JSON Resume.',
    'It needs at least one of basics, work, education and skills; see jsonresume.org/schema.',
  ),
  oldWord: fault(
    'FILE_UNSUPPORTED',
    'Old Word files (.doc) cannot be read, nor can Office files with a password.',
    `Save it as .docx without a password. ${pasteHint}`,
  ),
  openDocument: fault('FILE_UNSUPPORTED', 'OpenDocument files cannot be read.', `Save it as .docx or PDF. ${pasteHint}`),
  otherArchive: fault(
    'FILE_UNSUPPORTED',
    'The file is an archive, but not a Word document.',
    `Take the resume out of it, or save it as .docx or PDF. ${pasteHint}`,
  ),
  richText: fault('FILE_UNSUPPORTED', 'RTF files cannot be read.', `Save it as .docx or PDF. ${pasteHint}`),
  picture: fault('FILE_UNSUPPORTED', 'The file is a picture.', `Export the resume as PDF from the program it was written in. ${pasteHint}`),
  webPage: fault('FILE_UNSUPPORTED', 'The file is a web page.', `Print it to PDF. ${pasteHint}`),
} satisfies Record<string, WorkFault>;

/** Thrown where a file turns out not to be readable; leaves its process as its `fault`. */
export class ImportFailed extends Error {
  readonly fault: WorkFault;

  constructor(reason: keyof typeof importFaults, cause?: unknown) {
    super(importFaults[reason].message, { cause });
    this.fault = importFaults[reason];
  }
}

function fault(code: 'FILE_UNREADABLE' | 'FILE_UNSUPPORTED', message: string, hint: string): WorkFault {
  return { code, message, hint };
}
