import type { LetterFormat } from '@coverwright/contracts';

/** What the process that makes a file gets: the letter and what the file says about itself. */
export interface LetterToExport {
  content: string;
  format: Exclude<LetterFormat, 'md'>;
  title: string;
  /** Empty when the resume does not say. */
  author: string;
  /** ISO 8601; the file carries the letter's own time, so that the same version is the same file. */
  createdAt: string;
}
