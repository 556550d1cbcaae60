import type { Element } from 'domhandler';

/** Names that are longer are made to keep a regular expression busy. */
const LONGEST = 300;

/** Class and id of an element in one way of writing: `relatedContent`, `related_content` and `related-content` read alike. */
export function partNames({ attribs }: Element): string {
  const names = `${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`;
  return names
    .slice(0, LONGEST)
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/[_:]+/g, '-')
    .toLowerCase();
}

/** Matches names that have one of the words (separated by spaces, regular expressions allowed) as a whole part. */
export function namedAs(words: string): RegExp {
  return new RegExp(`(?:^|[\\s-])(?:${words.trim().split(/\s+/).join('|')})(?=[\\s-]|$)`);
}
