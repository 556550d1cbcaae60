import { describe, expect, it } from '@jest/globals';
import { extractPage } from '../extract/extract-page.ts';
import { makeNote } from '../make-note.ts';
import { chooseFacts } from './choose-facts.ts';
import { KnownFacts } from './known-facts.ts';
import { locateQuote } from './locate-quote.ts';
import { blocksOfText, placeBlocks } from './place-blocks.ts';

/** The same numbers each time (a linear congruential generator). */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const WORDS =
  'We our platform builds pumps customers employ 320 people in Bergen and Turku believe values announced 2019 partnership founded engineers Acme “quoted” it’s 12,000 €3.2&nbsp;million caf&eacute; ﻿zero​width soft&shy;hyphen العربية 私たち 会社 ümlaut 👩‍💻 e.g. Inc. U.S. — – …'.split(
    ' ',
  );
const INLINE = ['b', 'em', 'a href="/x"', 'span', 'code', 'sup'];
const BLOCK = ['p', 'div', 'li', 'h2', 'td', 'blockquote', 'section'];

function randomPage(seed: number): string {
  const pick = random(seed);
  const one = <T>(list: readonly T[]): T => list[pick(list.length)] as T;
  const sentence = () =>
    Array.from({ length: 3 + pick(20) }, () => {
      const word = one(WORDS);
      if (pick(6) > 0) return word;
      const tag = one(INLINE);
      return `<${tag}>${word}${one([' ', '\n', '\t', '<br>', ''])}</${tag.split(' ')[0] ?? ''}>`;
    }).join(one([' ', '  ', '\n', ' <br> '])) + one(['.', '!', '?', '。', '', '...']);
  const block = (depth: number): string => {
    const tag = one(BLOCK);
    const inner = Array.from({ length: 1 + pick(4) }, () => (depth < 3 && pick(3) === 0 ? block(depth + 1) : sentence())).join(' ');
    return `<${tag}>${inner}</${tag}>`;
  };
  return `<title>Acme</title><body>${Array.from({ length: 2 + pick(12) }, () => block(0)).join('\n')}</body>`;
}

const request = { urls: [], jobUrl: null, companyUrl: null, companyName: 'Acme', jobTitle: 'Engineer', jobDescription: null };
const url = 'https://acme.example/';
const noteOf = (text: string) => {
  const page = { url, format: 'html', text, validators: { etag: null, last_modified: null } } as const;
  return makeNote({ url, found: 'company' }, page, extractPage(text, url), request);
};
const seeds = Array.from({ length: 100 }, (_, seed) => seed + 1);

describe('whatever a page looks like', () => {
  it('every quote of its facts stands in the stored text', () => {
    let facts = 0;
    for (const seed of seeds) {
      const { note, candidates } = noteOf(randomPage(seed));
      for (const { quote } of chooseFacts(candidates, new KnownFacts())) {
        facts += 1;
        if (!note.content.includes(quote) || quote.length < 25) throw new Error(`seed ${seed}: ${quote}`);
      }
    }
    expect(facts).toBeGreaterThan(seeds.length);
  });

  it('its blocks stand where they are said to stand, and can be told from its text again', () => {
    for (const seed of seeds) {
      const { blocks, content } = extractPage(randomPage(seed), url);
      for (const { at, text } of placeBlocks(blocks))
        if (content.slice(at, at + text.length) !== text) throw new Error(`seed ${seed}: ${text}`);
      expect(blocksOfText(content).map(({ text }) => text)).toEqual(blocks.length === 0 ? [''] : blocks.map(({ text }) => text));
    }
  });

  it('what is located in it stands in the stored text, whichever piece was meant', () => {
    let located = 0;
    for (const seed of seeds) {
      const { blocks, content } = extractPage(randomPage(seed), url);
      const pick = random(seed);
      const from = pick(content.length);
      const quote = locateQuote(placeBlocks(blocks), content.slice(from, from + 30 + pick(80)).toUpperCase());
      if (quote === null) continue;
      located += 1;
      if (!content.includes(quote)) throw new Error(`seed ${seed}: ${quote}`);
    }
    expect(located).toBeGreaterThan(10);
  });
});
