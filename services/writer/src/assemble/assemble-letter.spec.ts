import { describe, expect, it } from '@jest/globals';
import { collectEvidence, splitLetter } from '@coverwright/server';
import { testApplications } from '../../test/test-applications.ts';
import { noStyle } from '../voice/describe-style.ts';
import { assembleLetter } from './assemble-letter.ts';

const evidenceFor = (company: string) => {
  const { application } = testApplications.nurse;
  return collectEvidence({ ...testApplications.nurse, application: { ...application, company_name: company } });
};

describe('assembleLetter', () => {
  it.each([
    ['Holm Lodge', 'Dear Holm Lodge team,'],
    ['The Heron Inn', 'Dear team at The Heron Inn,'],
    ['Booking.com', 'Dear hiring team,'],
    ['Wow!', 'Dear hiring team,'],
    ['x'.repeat(90), 'Dear hiring team,'],
  ])('greets %s so that it is read as a salutation', (company, salutation) => {
    const parts = splitLetter(assembleLetter(['One.', 'Two.'], evidenceFor(company), noStyle));
    expect(parts).toMatchObject({
      salutations: [salutation],
      paragraphs: ['One.', 'Two.'],
      signOffs: ['Kind regards,'],
      after: ['Aisha Bello'],
    });
  });
});
