import { extractPage, extractText } from '../extract/extract-page.ts';
import { findEmbeddedPostings } from '../posting/find-embedded-postings.ts';
import { readBoardJson } from '../posting/read-board-json.ts';
import { readPosting } from '../posting/read-posting.ts';

/** Everything that is done to the text of a page from outside before it is a tree of ours no more. */
export const parseTasks = {
  page: extractPage,
  text: extractText,
  posting: readPosting,
  embedded: findEmbeddedPostings,
  board: readBoardJson,
};
