import type { Evidence } from '@coverwright/server';

const inside = /(?<=[\p{L}\p{N},;:&(]\s?)\p{Lu}[\p{L}\p{N}]+/gu;

/** Whether a line has capitals on most of its words, so that they tell nothing. */
function isTitleCase(text: string): boolean {
  const words = text.match(/\p{L}{3,}/gu) ?? [];
  return words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length * 0.6 && words.length > 2;
}

/** Words that the evidence writes with a capital inside of sentences, in lower case: names, which keep their capital anywhere. Those of a post have it as a part of its title. */
export function findNames({ units, roles, jobTitle }: Pick<Evidence, 'units' | 'roles' | 'jobTitle'>): Set<string> {
  const titles = [jobTitle, ...roles.map(({ title }) => title ?? '')].filter((title) => title.length > 2);
  const withoutTitles = (text: string): string => titles.reduce((left, title) => left.replaceAll(title, ';'), text);
  const texts = units.filter((unit) => unit.id !== 'P0' && unit.id !== 'J0' && !isTitleCase(unit.text)).map((unit) => unit.text);
  return new Set(texts.flatMap((text) => [...withoutTitles(text).matchAll(inside)].map((match) => match[0].toLowerCase())));
}
