import { keepOwnWords, QUOTE_MARK, URL_MARK } from '../parse-own-words.ts';

const MOST = 600;

/** The person's own words as a model may see them beside tools: no quotations, nothing of what was pasted. Empty when nothing is left. */
export function ownWordsOf(message: string): string {
  const { text, urls } = keepOwnWords(message);
  let next = 0;
  return text
    .replaceAll(URL_MARK, () => urls[next++] ?? '')
    .replaceAll(QUOTE_MARK, '“…”')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MOST)
    .toWellFormed();
}
