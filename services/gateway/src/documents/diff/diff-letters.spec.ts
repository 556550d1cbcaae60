import { describe, expect, it } from '@jest/globals';
import type { DiffPart } from '@coverwright/contracts';
import { diffLetters } from './diff-letters.ts';

const show = (parts: DiffPart[]) =>
  parts.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `[-${text}-]`)).join('');
const sideOf = (parts: DiffPart[], kind: 'removed' | 'added') =>
  parts.flatMap((part) => (part.kind === kind || part.kind === 'same' ? part.text : [])).join('');
const someWords = (seed: number, count: number) =>
  Array.from({ length: count }, (_, index) => `w${((index + 1) * seed * 7919) % 104_729}`).join(' ');

describe('diffLetters', () => {
  it.each([
    ['I led a team of 4.', 'I led a team of five nurses.', 'I led a team of [-4-]{+five nurses+}.'],
    ['I am glad to apply.', 'I would like to apply.', 'I [-am glad-]{+would like+} to apply.'],
    ['One.\n\nTwo.\n', 'One.\n\nTwo.\n\nP.S. Three.\n', 'One.\n\nTwo.\n{+\nP.S. Three.\n+}'],
    ['私は医者です', '私は教師です', '私は[-医者-]{+教師+}です'],
    ['', 'New', '{+New+}'],
    ['same', 'same', 'same'],
  ])('marks what changed by words: %j to %j', async (before, after, marked) => {
    const { unit, parts } = await diffLetters(before, after);
    expect([unit, show(parts)]).toEqual(['word', marked]);
  });

  it('loses nothing of either text', async () => {
    const texts = ['', ' ', 'a b  c\n', 'a c b\n\n\n b', '\tx\r\ny', 'naïve café 😀 e\u0301 \u202e', someWords(3, 60), someWords(5, 60)];
    for (const before of texts) {
      for (const after of texts) {
        const { parts } = await diffLetters(before, after);
        expect([sideOf(parts, 'removed'), sideOf(parts, 'added')]).toEqual([before, after]);
        expect(parts.filter((part) => part.text === '')).toEqual([]);
      }
    }
  });

  it('compares two letters of usual length by words although they share none', async () => {
    const [before, after] = [someWords(11, 300), someWords(13, 300)];
    expect((await diffLetters(before, after)).unit).toBe('word');
  });

  it.each([' ', '\n'])(
    'gives up words for two long letters with nothing in common, and serves others meanwhile (%j)',
    async (separator) => {
      const [before, after] = [11, 13].map((seed) => someWords(seed, 17_000).replaceAll(' ', separator)) as [string, string];
      let served = 0;
      const others = setInterval(() => (served += 1), 0);
      const { unit, parts } = await diffLetters(before, after, 100);
      clearInterval(others);
      expect(served).toBeGreaterThan(1);
      expect(unit).not.toBe('word');
      expect([sideOf(parts, 'removed'), sideOf(parts, 'added')]).toEqual([before, after]);
    },
  );
});
