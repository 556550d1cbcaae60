import { describe, expect, it } from '@jest/globals';
import { testApplications } from '../../test/test-applications.ts';
import type { LetterRequest } from '../letter-request.ts';
import { describeStyle, noStyle } from '../voice/describe-style.ts';
import { readWishes } from './read-wishes.ts';

const read = (changes: Partial<LetterRequest>) => readWishes({ ...testApplications.nurse, ...changes }, noStyle);

describe('readWishes', () => {
  it.each([
    ['Make it more formal', 'formal'],
    ['a bit less formal please', 'warm'],
    ['too stiff', 'warm'],
    ['It sounds too enthusiastic', 'plain'],
    ['warmer, please', 'warm'],
    ['just be direct', 'plain'],
  ])('reads the tone of “%s”', (feedback, tone) => {
    expect(read({ feedback }).tone).toBe(tone);
  });

  it('lets the tone of the request stand, and the feedback come before it', () => {
    expect(read({ tone: 'formal' }).tone).toBe('formal');
    expect(read({ tone: 'formal', feedback: 'more friendly' }).tone).toBe('warm');
  });

  it.each([
    ["don't mention the night shifts", 'night shifts'],
    ['Please leave out my degree.', 'degree'],
    ['No more talk about rounding! Thanks', 'rounding'],
    ['less about the checklist', 'checklist'],
  ])('reads what to leave out from “%s”', (feedback, avoid) => {
    expect(read({ feedback }).avoid).toEqual([avoid]);
  });

  it('keeps a manner apart from a matter', () => {
    expect(read({ feedback: 'less formal and not so long' })).toMatchObject({ avoid: [], tone: 'warm' });
  });

  it('asks for other lengths', () => {
    const medium = read({}).words;
    expect(read({ feedback: 'too long' }).words.max).toBeLessThan(medium.max);
    expect(read({ feedback: 'more detail' }).words.min).toBeGreaterThan(medium.min);
  });

  it.each([380, 240, 205, 150])('takes shorter and longer for so against the letter of %d words that was read', (wordsBefore) => {
    const { max } = read({ feedback: 'shorter, please', wordsBefore }).words;
    expect(max).toBeLessThan(wordsBefore);
    const { min } = read({ feedback: 'say more', wordsBefore }).words;
    expect(min).toBeGreaterThan(Math.min(wordsBefore, 369));
  });

  it('notices when other words are wanted', () => {
    expect(read({ feedback: 'sounds canned, try different words' }).reworded).toBe(true);
    expect(read({ feedback: 'mention the checklist' }).reworded).toBe(false);
  });

  it('falls back to how the person writes', () => {
    const style = { ...describeStyle(null), formality: 'formal' as const };
    expect(readWishes(testApplications.nurse, style).tone).toBe('formal');
  });
});
