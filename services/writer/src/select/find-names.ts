import type { Evidence } from '@coverwright/server';

const inside = /(?<=[\p{L}\p{N},;:&(]\s?)\p{Lu}[\p{L}\p{N}]+/gu;

/** Whether a line has capitals on most of its words, so that they tell nothing. */
function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  return words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length * 0.6 && words.length > 2;
}

/** Words that the evidence writes with a capital inside of sentences, in lower case: names, which keep their capital anywhere. */
export function findNames({ units, roles }: Evidence): Set<string> {
  const titles = new Set(roles.flatMap((role) => role.title?.toLowerCase().split(/\s+/) ?? []));
  const texts = units.filter((unit) => unit.id !== 'P0' && !isTitleCase(unit.text)).map((unit) => unit.text);
  const found = texts.flatMap((text) => [...text.matchAll(inside)].map((match) => match[0].toLowerCase()));
  return new Set(found.filter((word) => !titles.has(word)));
}
