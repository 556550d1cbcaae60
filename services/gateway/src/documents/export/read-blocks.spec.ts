import { describe, expect, it } from '@jest/globals';
import { readBlocks } from './read-blocks.ts';
import { writeText } from './write-text.ts';

const textOf = (markdown: string) => writeText(readBlocks(markdown));

describe('readBlocks', () => {
  it('reads paragraphs with the line breaks that were written, and looks', () => {
    const plain = { bold: false, italic: false };
    expect(readBlocks('Kind **regards**,\n*Ana*\n')).toEqual([
      {
        kind: 'paragraph',
        level: 0,
        marker: null,
        list: 0,
        lines: [
          [
            { text: 'Kind ', ...plain },
            { text: 'regards', bold: true, italic: false },
            { text: ',', ...plain },
          ],
          [{ text: 'Ana', bold: false, italic: true }],
        ],
      },
    ]);
  });

  it('reads lists with their numbers, depth and what continues an item', () => {
    const items = readBlocks('3. three\n\n   more\n4. four\n   - deep\n').map(({ kind, level, marker, list }) => [
      kind,
      level,
      marker,
      list,
    ]);
    expect(items).toEqual([
      ['item', 0, '3.', 1],
      ['item', 0, null, 1],
      ['item', 0, '4.', 1],
      ['item', 1, '•', 2],
    ]);
  });
});

describe('the letter as plain text', () => {
  it.each(['Dear team,\n\nI write C# & use <angle> signs, 2 * 3 and snake_case.\n\nKind regards,\nAna\n', 'Одна строка\n', ''])(
    'is the letter itself when nothing in it is marked: %j',
    (letter) => {
      expect(textOf(letter)).toBe(letter);
    },
  );

  it.each([
    ['# Title\n\n**Bold** and _it_', 'Title\n\nBold and it\n'],
    ['* one\n* two\n  1. deep\n\nEnd', '- one\n- two\n  1. deep\n\nEnd\n'],
    ['See [my work](https://a.example/x) or <https://b.example>', 'See my work (https://a.example/x) or https://b.example\n'],
    ['Write to [ana@a.example](mailto:ana@a.example)\\\nnow', 'Write to ana@a.example\nnow\n'],
    ['> quoted\n> twice', 'quoted\ntwice\n'],
    ['![portrait](x.png) and `code`', 'portrait and code\n'],
    ['<b>not HTML</b>', '<b>not HTML</b>\n'],
  ])('says all that the markdown says: %j', (markdown, text) => {
    expect(textOf(markdown)).toBe(text);
  });
});
