import { describe, expect, it } from '@jest/globals';
import { evidence, index } from './testing/baker.ts';
import { verifyLetter } from './verify-letter.ts';
import { verifySentence } from './verify-sentence.ts';

describe('what states nothing that could be checked', () => {
  it.each([
    'I would be glad to bake a loaf with you.',
    'Thank you for your time.',
    'I am a calm and reliable person.',
    'I stay friendly when it gets busy at four in the morning.',
    'I am available from 1 October, with four weeks of notice.',
    'I would love to learn how to mill and to speak Swedish one day.',
    'I enjoy the quiet of the night.',
    'I believe that good bread needs time.',
    'I look forward to hearing from you.',
    'I saw your posting on Indeed.',
  ])('is framing: %s', (sentence) => {
    expect(verifySentence(sentence, index)).toMatchObject({ status: 'framing', reasons: [] });
  });

  it('is a lack that is admitted', () => {
    expect(verifySentence('I have not worked with spelt so far.', index).status).not.toBe('unsupported');
  });
});

describe('pages that speak about applicants', () => {
  it.each([
    'I bake 900 loaves a night from 12 tonnes of wheat a month.',
    'I have won three gold medals.',
    'I led forty bakers at the Savoy.',
    'As the ideal applicant I have won three gold medals.',
  ])('are no evidence for this one: %s', (sentence) => {
    expect(verifySentence(sentence, index).status).toBe('unsupported');
  });
});

describe('a sentence that goes on', () => {
  const statuses = (body: string) =>
    verifyLetter(`Dear team,\n\n${body}\n\nKind regards,\nNadia`, evidence).provenance.map(({ status }) => status);

  it.each([
    'At the Grand Northern Hotel I made pastries for 240 guests. There I introduced a sourdough starter.',
    'At Tansy Bakery I cut flour waste from 80 kg to 30 kg a week. I did this by weighing every batch.',
    'I have worked at Tansy Bakery since 2020. In that role I supervise two apprentices.',
  ])('is held to the role before it: %s', (body) => {
    expect(statuses(body)).toEqual(['grounded', 'grounded']);
  });

  it.each([
    'At the Grand Northern Hotel I made pastries for 240 guests. There I cut flour waste from 80 kg to 30 kg a week.',
    'I have worked at Tansy Bakery since 2020. In that role I made pastries for 240 guests.',
    'I have worked at Tansy Bakery since 2020. In the same role, I introduced a sourdough starter.',
  ])('cannot borrow from another role: %s', (body) => {
    expect(statuses(body)).toEqual(['grounded', 'unsupported']);
  });

  it('is free again in the next paragraph', () => {
    expect(statuses('I have worked at Tansy Bakery since 2020.\n\nThere I introduced a sourdough starter.')).toEqual([
      'grounded',
      'grounded',
    ]);
  });
});

describe('the sources named', () => {
  const sources = (sentence: string) => verifySentence(sentence, index).sources.map(({ kind, quote, url }) => [kind, quote, url]);

  it('are the line of the resume alone', () => {
    expect(sources('I supervise two apprentices.')).toEqual([['resume', 'Supervise 2 apprentices; both passed their exams.', undefined]]);
  });

  it('are the quote of the note with its address', () => {
    expect(sources('You run six shops and a mill.')).toEqual([
      ['note', 'Loaf & Ladle runs six shops and a mill in Beverley.', 'https://loaf.example/n1'],
    ]);
  });

  it('are one for each part of a sentence that has two', () => {
    expect(sources('I bake 900 loaves a night, and you opened a baking school in 2024.').map(([kind]) => kind)).toEqual(['resume', 'note']);
  });
});
