import { describe, expect, it } from '@jest/globals';
import { collectEvidence } from '@coverwright/server';
import { newNote, testApplications } from '../../test/test-applications.ts';
import type { LetterRequest } from '../letter-request.ts';
import { noStyle } from '../voice/describe-style.ts';
import { readWishes } from './read-wishes.ts';
import { selectEvidence } from './select-evidence.ts';

const select = (changes: Partial<LetterRequest> = {}) => {
  const request = { ...testApplications.nurse, ...changes };
  return selectEvidence(collectEvidence(request), readWishes(request, noStyle));
};
const texts = (units: { text: string }[]) => units.map(({ text }) => text);

describe('selectEvidence', () => {
  it('takes at most eight things done, five statements and eight terms', () => {
    const bullets = Array.from({ length: 30 }, (_, at) => `- Ran clinic number ${at} for ${at + 3} patients a day`).join('\n');
    const resume = `# A B\n\n## Experience\n### Nurse, One Clinic (2020 – present)\n${bullets}\n### Nurse, Two Clinic (2015 – 2020)\n${bullets}\n`;
    const notes = Array.from({ length: 9 }, (_, at) =>
      newNote(40 + at, [`We opened a home with ${at + 10} rooms in the year.`, `Our garden has ${at + 20} old trees in it.`]),
    );
    const { resume: chosen, notes: quotes, terms } = select({ resume, notes });
    expect(chosen).toHaveLength(8);
    expect(new Set(chosen.map(({ scope }) => scope)).size).toBe(2);
    expect(quotes).toHaveLength(5);
    expect(terms.length).toBeLessThanOrEqual(8);
  });

  it('always takes pinned notes, however many', () => {
    const notes = Array.from({ length: 7 }, (_, at) =>
      newNote(60 + at, [`The kitchen garden feeds ${at + 30} people every day.`], { pinned: true }),
    );
    expect(select({ notes }).notes).toHaveLength(7);
  });

  it('puts first what the posting asks for, and what the person wants stressed', () => {
    const { application } = testApplications.nurse;
    const posting = { ...application, job_description: 'You will mentor newly qualified nurses through preceptorship.' };
    expect(texts(select({ application: posting }).resume)[0]).toContain('Mentored');
    expect(texts(select({ feedback: 'say more about the discharge checklist' }).resume)[0]).toContain('discharge checklist');
  });

  it('leaves out what the person wants left out', () => {
    expect(texts(select({ feedback: 'leave out hourly rounding' }).resume).join()).not.toContain('rounding');
  });
});
