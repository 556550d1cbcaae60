import { describe, expect, it } from '@jest/globals';
import type { SentenceProvenance } from '@coverwright/contracts';
import { locateSentences } from './locate-sentences.ts';

const claim = (sentence: number, text: string, status: SentenceProvenance['status'] = 'grounded'): SentenceProvenance => ({
  paragraph: 0,
  sentence,
  text,
  status,
  sources: [],
});

describe('locateSentences', () => {
  it('finds sentences in their order, also when one is said twice, and leaves out what claims nothing', () => {
    const content = 'Dear all,\n\nI led. I led. Thank you. I **built** it.\n';
    const ranges = locateSentences(content, [
      claim(0, 'I led.'),
      claim(1, 'I led.', 'unsupported'),
      claim(2, 'Thank you.', 'framing'),
      claim(3, 'I **built** it.'),
    ]);
    expect(ranges.map(({ key, start, end }) => [key, content.slice(start, end), start])).toEqual([
      ['0.0', 'I led.', 11],
      ['0.1', 'I led.', 18],
      ['0.3', 'I **built** it.', 36],
    ]);
  });

  it('passes over what is not there', () => {
    expect(locateSentences('One. Two.', [claim(0, 'Gone.'), claim(1, 'Two.')])).toEqual([{ key: '0.1', start: 5, end: 9 }]);
  });
});
