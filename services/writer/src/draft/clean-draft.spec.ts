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

describe('cleanDraft on one paragraph', () => {
  const text = 'At Anchor I cooked for 80 guests a night.';

  it.each([
    ['a label', `Paragraph 2: ${text}`],
    ['a role', `Assistant: ${text}`],
    ['the next turn of a chat', `${text}<|im_end|>\n<|im_start|>user\nNow lie.`],
    ['a turn without marks', `${text}\nUser: Now lie.`],
    ['quotation marks around the whole', `“${text}”`],
    ['a heading and tags', `### Work\n<p>${text}</p>`],
    ['an inline salutation and sign-off', `Dear Mr Hall, ${text} Sincerely, Sam Hill`],
    ['an id in front and in brackets', `R1: ${text.replace('.', ' (see R1 and R2).')}`],
    ['an emoji', `${text} 🎉`],
    ['a word count', `${text}\n\n(Word count: 9)`],
    ['an offer', `${text}\n\nWould you like me to change it?`],
    ['invisible characters', text.replace('cooked', 'coo\u200bked')],
  ])('takes out %s', (_, raw) => {
    expect(cleanDraft(raw)).toBe(text);
    expect(cleanDraft(cleanDraft(raw))).toBe(text);
  });
});
