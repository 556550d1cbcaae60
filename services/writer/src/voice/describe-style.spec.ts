import { describe, expect, it } from '@jest/globals';
import { describeStyle, noStyle } from './describe-style.ts';
import { contract, sayStyle } from './say-style.ts';

const casual = `Hi Joanna,

I'm writing about the job at the garden centre. I've worked outdoors all my life, and I love it! I don't mind rain. I can't stand offices, to be honest. There's nothing I like more than a full greenhouse in spring, and I'd be glad to show you what I can do.

Cheers,
Sam`;
const formal = `12 May 2024

Dear Sir or Madam,

I am writing to apply for the position of archivist, with reference to your advertisement of last week. I have, over a period of eleven years, catalogued several collections of considerable size, and I should therefore be grateful for the opportunity to place this experience at the disposal of your institution.

Please find enclosed my curriculum vitae, which sets out my qualifications in full.

Yours faithfully,
Edith Lowe`;

describe('describeStyle', () => {
  it('hears an easy manner', () => {
    expect(describeStyle(casual)).toMatchObject({ contractions: true, formality: 'casual', greeting: 'Hi', signOff: 'Cheers' });
    expect(describeStyle(casual).sentenceWords).toBeLessThan(14);
  });

  it('hears a formal manner', () => {
    expect(describeStyle(formal)).toMatchObject({
      contractions: false,
      formality: 'formal',
      greeting: 'Dear',
      signOff: 'Yours faithfully',
      opening: 'application',
    });
    expect(describeStyle(formal).sentenceWords).toBeGreaterThan(20);
  });

  it.each([null, '', 'Dear all,\n\nThanks.\n\nSam'])('says nothing from too little: %j', (text) => {
    expect(describeStyle(text)).toEqual(noStyle);
  });

  it('carries no word of the letters into the instruction', () => {
    const said = sayStyle(describeStyle(formal));
    for (const word of ['archivist', 'eleven', 'catalogued', 'Edith']) expect(said).not.toContain(word);
    expect(said).toContain('formal words');
  });
});

describe('contract', () => {
  it('contracts where the person would, and leaves quotations alone', () => {
    const style = describeStyle(casual);
    expect(contract('I am glad, and I would come.', style)).toBe('I’m glad, and I’d come.');
    expect(contract('I read: “I am here.”', style)).toBe('I read: “I am here.”');
    expect(contract('I am glad.', describeStyle(formal))).toBe('I am glad.');
  });
});
