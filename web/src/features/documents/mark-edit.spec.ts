import { describe, expect, it } from '@jest/globals';
import type { SentenceProvenance } from '@coverwright/contracts';
import { describeEdit, markEdit } from './mark-edit.ts';

const known = (text: string, status: SentenceProvenance['status'] = 'grounded'): SentenceProvenance => ({
  paragraph: 0,
  sentence: 0,
  text,
  status,
  sources: [],
});
const provenance = [known('Dear team,', 'framing'), known('I led 5 people.'), known('I won a prize.', 'unsupported')];
const marked = (text: string) => markEdit(text, provenance).map((piece) => `${piece.mark}: ${piece.text.trim()}`);

describe('markEdit', () => {
  it('tells what was checked before from what is new', () => {
    expect(marked('Dear team,\n\nI led 5 people. I bake bread. I won a prize.\n')).toEqual([
      'plain: Dear team,',
      'plain: ',
      'known: I led 5 people.',
      'plain: ',
      'new: I bake bread.',
      'plain: ',
      'unsupported: I won a prize.',
      'plain: ',
    ]);
  });

  it('takes a changed sentence for a new one, and a name for nothing', () => {
    expect(marked('I led 6 people.\n\nNora Lindqvist')).toEqual(['new: I led 6 people.', 'plain: ', 'plain: Nora Lindqvist']);
  });

  it('still knows sentences that changed their places', () => {
    expect(marked('I won a prize. I led 5 people.')).toEqual(['unsupported: I won a prize.', 'plain: ', 'known: I led 5 people.']);
  });

  it('loses no character, whatever is typed', () => {
    for (const text of ['', '...', '\n\n\n', 'a. b? c!', '  I led 5 people.I led 5 people. x', '“Really?” she asked. (Yes.)'])
      expect(
        markEdit(text, provenance)
          .map((piece) => piece.text)
          .join(''),
      ).toBe(text);
  });
});

describe('describeEdit', () => {
  it('counts what saving will check', () => {
    expect(describeEdit(markEdit('I bake. I knit. I won a prize.', provenance))).toBe(
      '2 sentences are new or changed and are checked when you save. One sentence has no source.',
    );
    expect(describeEdit(markEdit('I led 5 people.', provenance))).toBe('Every sentence is as it was checked before.');
  });
});
