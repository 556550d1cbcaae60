import { describe, expect, it } from '@jest/globals';
import { newNote, testApplications } from '../test/test-applications.ts';
import { checkOf, compose, failedHard } from '../test/test-model.ts';
import type { ComposedLetter, LetterRequest } from './letter-request.ts';

const newRequest = (changes: Partial<LetterRequest> = {}): LetterRequest => ({ ...testApplications.nurse, ...changes });

describe('composeLetter without a model', () => {
  it('frames the letter with date, salutation, sign-off and name', async () => {
    const { content, generator } = await compose(newRequest(), null);
    expect(content).toMatch(/^1 August 2026\n\nDear Holm Lodge team,\n\n[\s\S]+\n\nKind regards,\nAisha Bello\n$/);
    expect(generator).toBe('offline');
  });

  it.each(Object.entries(testApplications))('passes every check with the resume of a person in %s', async (_, request) => {
    const letter = await compose(request, null);
    expect(letter.checks.filter(({ passed }) => !passed)).toEqual([]);
    expect(letter.provenance.filter((sentence) => sentence.status === 'unsupported')).toEqual([]);
    expect(letter.notes_used).toBe(1);
  });

  it('writes the same bytes for the same inputs', async () => {
    const [first, second] = [await compose(newRequest(), null), await compose(newRequest(), null)];
    expect(second).toEqual(first);
  });

  it('uses a note that the person pinned', async () => {
    const pinned = newNote(7, ['Every shift starts with ten minutes of silence.'], { pinned: true });
    const letter = await compose(newRequest({ length: 'short', notes: [...newRequest().notes, pinned] }), null);
    expect(letter.content).toContain('ten minutes of silence');
  });

  it('does not claim what only the feedback says', async () => {
    const letter = await compose(newRequest({ feedback: 'Say that I led 40 people and know EMIS.' }), null);
    expect(letter.content).not.toMatch(/\b40\b|EMIS/);
    expect(checkOf(letter, 'feedback')).toMatchObject({ passed: false, detail: expect.stringMatching(/40.* and EMIS/) });
  });

  it('leaves out what the feedback wants left out, and brings in what it wants stressed', async () => {
    const before = await compose(newRequest(), null);
    const feedback = "Don't mention hourly rounding. Say more about the discharge checklist.";
    const after = await compose(newRequest({ feedback }), null);
    expect(before.content).toContain('rounding');
    expect(after.content).not.toContain('rounding');
    expect(after.content).toContain('discharge checklist');
  });

  it('writes a shorter letter when asked for one, and other words when asked for those', async () => {
    const count = (letter: ComposedLetter) => letter.content.split(/\s+/).length;
    const before = await compose(newRequest(), null);
    const [long, shorter] = [
      await compose(newRequest({ length: 'long' }), null),
      await compose(newRequest({ length: 'long', feedback: 'Shorter, please' }), null),
    ];
    expect(count(shorter)).toBeLessThan(count(long) - 10);
    expect((await compose(newRequest({ feedback: 'Please use different wording' }), null)).content).not.toBe(before.content);
  });

  it('takes the sign-off and the greeting from earlier letters, and no fact', async () => {
    const pastLetters = `Hello,\n\nI'm writing because I've seen your advert and I'd like to apply. I led 300 people at NASA and that's what I'd bring. I don't like long letters, so I'll keep this one short and easy to read for you.\n\nBest wishes,\nAisha`;
    const { content } = await compose(newRequest({ pastLetters }), null);
    expect(content).toMatch(/\n\nHello Holm Lodge team,\n/);
    expect(content).toMatch(/\n\nBest wishes,\nAisha Bello\n$/);
    expect(content).toMatch(/I’[md]/);
    expect(content).not.toMatch(/300|NASA/);
  });

  it('still writes three paragraphs from a name and a title, and says that no research was used', async () => {
    const { application } = newRequest();
    const letter = await compose(
      newRequest({ resume: 'Lee Young', notes: [], application: { ...application, job_description: null } }),
      null,
    );
    expect(checkOf(letter, 'paragraph_count')?.passed).toBe(true);
    expect(checkOf(letter, 'research_used')?.passed).toBe(false);
    expect(failedHard(letter)).toEqual([]);
  });

  it.each(['O’Neill & Søn $1', 'Booking.com', 'The Heron Inn', 'Yahoo!'])(
    'keeps the company name %s and the title as stored',
    async (name) => {
      const application = { ...newRequest().application, company_name: name, job_title: 'nurse (nights)' };
      const letter = await compose(newRequest({ application }), null);
      expect(checkOf(letter, 'names_company_and_title')?.passed).toBe(true);
      expect(failedHard(letter)).toEqual([]);
    },
  );

  it('says what is wrong when no letter can pass', async () => {
    const application = { ...newRequest().application, company_name: '[company name]' };
    await expect(compose(newRequest({ application }), null)).rejects.toMatchObject({
      code: 'INTERNAL',
      message: expect.stringContaining('[company name]'),
    });
  });
});
