import type { Element } from 'domhandler';

/** Class and id of an element in one way of writing: `relatedContent`, `related_content` and `related-content` read alike. */
export function partNames({ attribs }: Element): string {
  const names = `${attribs['class'] ?? ''} ${attribs['id'] ?? ''}`;
  return names
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/[_:]+/g, '-')
    .toLowerCase();
}

/** Matches names that have one of the words (separated by spaces, regular expressions allowed) as a whole part. */
export function namedAs(words: string): RegExp {
  return new RegExp(`(?:^|[\\s-])(?:${words.trim().split(/\s+/).join('|')})(?=[\\s-]|$)`);
}
