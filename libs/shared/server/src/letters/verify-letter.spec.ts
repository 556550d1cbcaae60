import { describe, expect, it } from '@jest/globals';
import { collectEvidence } from './collect-evidence.ts';
import { verifyLetter } from './verify-letter.ts';

const evidence = collectEvidence({
  application: { company_name: 'Blue Door', job_title: 'Cook', job_description: null, location: null },
  resume: '# Ana Lima\n## Experience\n### Cook, Anchor Inn (2020 – 2023)\n- Cooked for 80 guests a night.',
  notes: [],
  today: new Date('2026-08-01T00:00:00Z'),
});
const letter = (body: string) => `1 August 2026\n\nDear Blue Door team,\n\n${body}\n\nKind regards,\nAna Lima\n`;
const failed = (content: string) =>
  verifyLetter(content, evidence)
    .checks.filter((check) => check.hard && !check.passed)
    .map((check) => check.name);

const sound =
  'I am applying for the Cook position at Blue Door.\n\nAt Anchor Inn I cooked for 80 guests a night.\n\nI look forward to hearing from you.';

describe('verifyLetter', () => {
  it('gives every body sentence with its place, as it stands in the letter', () => {
    const { provenance } = verifyLetter(letter(sound), evidence);
    expect(provenance.map(({ paragraph, sentence, status }) => [paragraph, sentence, status])).toEqual([
      [0, 0, 'grounded'],
      [1, 0, 'grounded'],
      [2, 0, 'framing'],
    ]);
    expect(provenance.every(({ text }) => sound.includes(text))).toBe(true);
  });

  it('passes the hard checks of a sound letter', () => {
    expect(failed(letter(sound))).toEqual([]);
  });

  it.each([
    ['every_fact_grounded', letter(sound.replace('80', '90'))],
    ['no_placeholders', letter(sound.replace('hearing', 'hearing [soon or later]'))],
    ['one_salutation_and_sign_off', letter(sound).replace('Dear Blue Door team,\n\n', '')],
    ['one_salutation_and_sign_off', letter(sound).replace('Kind regards,\nAna Lima', 'Kind regards,\n\nSincerely,\nAna Lima')],
  ])('fails %s', (name, content) => {
    expect(failed(content)).toContain(name);
  });

  it('takes any text a person may save', () => {
    expect(verifyLetter('Just one line', evidence).provenance).toHaveLength(1);
    expect(verifyLetter('\n\n', evidence).provenance).toEqual([]);
  });
});
