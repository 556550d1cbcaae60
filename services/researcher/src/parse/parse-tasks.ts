import { extractPage, extractText } from '../extract/extract-page.ts';

/** Everything that is done to the text of a page from outside before it is a tree of ours no more. */
export const parseTasks = { page: extractPage, text: extractText };
