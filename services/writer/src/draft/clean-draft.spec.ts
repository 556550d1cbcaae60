import { describe, expect, it } from '@jest/globals';
import { cleanDraft } from './clean-draft.ts';

const body = 'I am applying for the Chef position at Blue Door.\n\nAt Anchor I cooked for 80 guests a night.';

describe('cleanDraft', () => {
  it.each([
    ['a preamble', `Sure! Here is your letter:\n\n${body}`],
    ['a closed think block', `<think>\nthey want R1\n</think>\n${body}`],
    ['fences', `\`\`\`markdown\n${body}\n\`\`\``],
    ['its own salutation and sign-off', `Dear Hiring Manager,\n\n${body}\n\nSincerely,\n[Your Name]`],
    ['a date and a subject line', `1 May 2026\n\nSubject: Application\n\n${body}`],
    ['a note at the end', `${body}\n\nNote: I kept it short.`],
    ['evidence ids and emphasis', body.replace('night.', 'night [R1, N2].').replace('Chef', '**Chef**')],
    ['a sentence with a placeholder', `${body} Call me at [phone number].`],
  ])('takes out %s', (_, raw) => {
    expect(cleanDraft(raw)).toBe(body);
  });

  it('leaves nothing of thinking that never ends', () => {
    expect(cleanDraft(`<think>\n${body}`)).toBe('');
  });

  it('changes nothing the second time', () => {
    const once = cleanDraft(`Here's the letter:\n\n# Letter\n${body}\n---\nBest regards,\nSam`);
    expect(cleanDraft(once)).toBe(once);
  });
});
