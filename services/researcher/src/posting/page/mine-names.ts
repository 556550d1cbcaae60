import { matchToken } from './company-names.ts';
import type { PageModel } from './page-model.ts';

export interface MinedName {
  name: string;
  score: number;
}

const WORD = String.raw`(?:\p{Lu}[\p{L}\p{N}'’.+-]*[\p{L}\p{N}+]|\p{Lu}|[a-z]\p{Lu}\p{L}+)`;
const LINK = String.raw`(?:,? (?:&|and|of|the|de|und|et|y|for) |,? & |, | |&)`;
const NAME = `${WORD}(?:${LINK}${WORD}){0,5}`;
/** How postings speak of the employer, with how much each says. */
const SENTENCES: [RegExp, number][] = [
  [
    new RegExp(
      `^(?:About|Why|Life at|Working at|Who is|Inside|Über|À propos de|Qui est|Sobre|Acerca de|Chi è|Over|Om|O firmie) (${NAME})[?!:]?$`,
      'u',
    ),
    2,
  ],
  [
    new RegExp(
      `(?:^|[.!?] |[-–] )(?:At|Join|Bei|Chez|En|Hos|Bij) (${WORD}(?:(?: & | )${WORD}){0,3}?)(?:,| we\\b| you\\b| and\\b| ist\\b| sommes\\b)`,
      'gu',
    ),
    1.5,
  ],
  [
    new RegExp(
      `(?:^|[.!?:] )(?:The )?(${NAME})(?:®|™)? (?:is|ist|est|es|è|är|er|jest|é) (?:an?|the|one|ein|eine|der|die|das|une?|un|una|le|la|en|et|proud|committed|dedicated|seeking|looking|hiring|participating|currently|now|also|not|transforming|building)\\b`,
      'gu',
    ),
    1.5,
  ],
  [
    new RegExp(
      `(?:^|[.!?:] )(?:The )?(${NAME}) (?:seeks|sucht|recrute|does not|provides|offers|believes|values|embraces|was founded|has been|will consider|complies|prohibits|welcomes|encourages|participates)\\b`,
      'gu',
    ),
    1.2,
  ],
  [new RegExp(`(${NAME})(?:,? (?:Inc|LLC|LLP|GmbH|AG|Ltd)\\.?,?)? is (?:proud to be )?an (?:equal|affirmative)\\b`, 'gu'), 2],
  [new RegExp(`\\b(?:with|at|for|of) (${NAME})['’]s? (?:mission|team|values|culture|careers|employees|customers)\\b`, 'gu'), 1],
];
const CAP = 4;
const MAX_TEXT = 60_000;

/** Names in the running text that are written as an employer's are, and those that spell a word of the address. */
export function mineNames({ lines }: PageModel, tokens: readonly string[]): MinedName[] {
  const scores = new Map<string, number>();
  const add = (name: string, score: number) => scores.set(name, Math.min(CAP, (scores.get(name) ?? 0) + score));
  let read = 0;
  for (const { text, isAround } of lines) {
    read += text.length;
    if (read > MAX_TEXT) break;
    if (!isAround) for (const [pattern, score] of SENTENCES) for (const name of named(text, pattern)) add(name, score);
    for (const name of spelled(text, tokens)) add(name, isAround ? 0.5 : 1);
  }
  return [...scores].map(([name, score]) => ({ name, score }));
}

function named(text: string, pattern: RegExp): string[] {
  const matches = pattern.global ? [...text.matchAll(pattern)] : [pattern.exec(text)];
  return matches.flatMap((match) => match?.[1] ?? []);
}

/** Runs of one to six words that spell a token of the address, or that it stands for by their initials. */
function spelled(text: string, tokens: readonly string[]): string[] {
  if (tokens.length === 0) return [];
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’.+]*|&/gu)];
  const found: string[] = [];
  for (let from = 0; from < words.length; from += 1) {
    const first = words[from]!;
    if (!/^[\p{Lu}\p{N}]|^[a-z]\p{Lu}/u.test(first[0])) continue;
    for (let size = Math.min(6, words.length - from); size > 0; size -= 1) {
      const last = words[from + size - 1]!;
      if (last[0] === '&' || (size > 1 && !/^[\p{Lu}\p{N}]/u.test(last[0]))) continue;
      const name = text.slice(first.index, last.index + last[0].length).replace(/[.'’]+$/, '');
      if (!/^[^:;|()!?"“”•–—]*$/.test(name)) continue;
      const matches = tokens.map((token) => ({ token, match: matchToken(token, name) }));
      if (
        !matches.some(
          ({ match, token }) =>
            match === 'same' || match === 'inside' || (match === 'initials' && token.length + (name.includes('&') ? 1 : 0) > 2),
        )
      )
        continue;
      found.push(name);
      from += size - 1;
      break;
    }
  }
  return found;
}
