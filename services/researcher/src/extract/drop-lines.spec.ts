import { describe, expect, it } from '@jest/globals';
import type { Block } from './collect-blocks.ts';
import { dropLines, isCredit } from './drop-lines.ts';

const block = (text: string, more: Partial<Block> = {}): Block => ({
  text,
  role: 'paragraph',
  inMain: true,
  linked: 0,
  speaksToAi: false,
  ...more,
});
const STORY = block(`Acme opened a hospital for pumps. ${'It has forty beds and many more pumps. '.repeat(6)}`.trim());
const left = (...blocks: Block[]) => dropLines(blocks, ['Acme opens a hospital for pumps | Acme News']).map(({ text }) => text);

describe('dropLines', () => {
  it('leaves out the title where it is said again, and not where a paragraph says it', () => {
    const title = 'Acme opens a hospital for pumps';
    expect(left(block(title, { role: 'heading' }), STORY, block(title))).toEqual([STORY.text, title]);
  });

  it('leaves out who wrote it and when, before the first paragraph', () => {
    expect(left(block('By Ann Lee and Bo Ek'), block('March 3, 2021 10:15 am'), STORY)).toEqual([STORY.text]);
    expect(left(STORY, block('By Jove'))).toEqual([STORY.text, 'By Jove']);
  });

  it.each([
    ['Read more: How pumps are made', 0],
    ['Lesen Sie auch: Pumpen in Bergen', 0.9],
    ['Related articles', 0],
    ['Follow us on the network of your choice', 0.6],
    ['Advertisement', 0],
    ['Image 1 of 23', 0],
    ['3/12', 0],
    ['Share', 0],
    ['5 min read', 0],
  ])('leaves out %j', (text, linked) => {
    expect(left(STORY, block(text, { linked }), STORY)).toEqual([STORY.text, STORY.text]);
  });

  it.each(['Share prices fell.', 'Watch out for seals that leak', 'Related parties agreed to the sale.', 'Print shops use our pumps too'])(
    'keeps %j',
    (text) => {
      expect(left(STORY, block(text), STORY)).toContain(text);
    },
  );

  it('leaves out a heading that nothing follows any more', () => {
    const heading = (text: string) => block(text, { role: 'heading' });
    expect(left(heading('The beds'), STORY, heading('Trending'), block('Read next: Seals', { linked: 1 }))).toEqual([
      'The beds',
      STORY.text,
    ]);
  });
});

describe('isCredit', () => {
  it.each(['Photo: Ann Lee', '(Image credit: Acme)', '© Bo Ek', 'The hospital (Credit: Getty Images)', 'Ann Lee | Bo Ek | Getty Images'])(
    'knows %j for one',
    (text) => {
      expect(isCredit(text)).toBe(true);
    },
  );

  it.each(['We were given credit for it.', 'The photo shows a pump.', 'Sources of water are scarce.'])('knows %j for none', (text) => {
    expect(isCredit(text)).toBe(false);
  });
});
