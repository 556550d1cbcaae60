import { describe, expect, it } from '@jest/globals';
import { collectEvidence } from './collect-evidence.ts';
import { indexEvidence } from './index-evidence.ts';
import { verifySentence } from './verify-sentence.ts';

const resume = `Ivo Marek
Ostrava · ivo@example.org

Experience
Sales Representative, Norvend Ltd (03/2019 – present)
- Grew the northern territory from 30 to 85 active customers.
- Trained 4 new representatives in Salesforce.
Shop Assistant, Kettle & Pine, Brno (2015 – 2018)
- Raised weekend takings by 15% with a new window display.

Education
HND Business, Derby College, 2015
Skills: Salesforce, forecasting`;

const index = indexEvidence(
  collectEvidence({
    application: {
      company_name: 'Fenn Foods',
      job_title: 'Key Account Manager',
      job_description: 'Experience with SAP is required.',
      location: null,
    },
    resume,
    notes: [
      {
        id: 'note-1',
        application_id: 'a',
        source_url: 'https://fenn.example/about',
        title: 'About',
        kind: 'company',
        content: 'Fenn Foods supplies 400 bakeries with organic flour.',
        facts: [{ topic: 'about', claim: 'supplier', quote: 'Fenn Foods supplies 400 bakeries with organic flour.' }],
        content_sha256: '',
        pinned: false,
        excluded: false,
        fetched_at: '2026-08-01T10:00:00.000Z',
        edited_at: null,
        created_at: '2026-08-01T10:00:00.000Z',
      },
    ],
    today: new Date('2026-08-01T00:00:00Z'),
  }),
);
const verify = (sentence: string) => verifySentence(sentence, index);

describe('verifySentence', () => {
  it.each([
    'I am applying for the Key Account Manager position at Fenn Foods.',
    'At Norvend I grew the northern territory from thirty to 85 active customers.',
    'I have seven years of experience at Norvend Ltd.',
    'Before that, a new window display of mine raised weekend takings at Kettle & Pine by 15%.',
    'I hold an HND in Business from Derby College.',
    'You supply 400 bakeries with organic flour.',
  ])('finds the source of: %s', (sentence) => {
    expect(verify(sentence)).toMatchObject({ status: 'grounded', reasons: [] });
  });

  it.each([
    ['a changed number', 'I grew the northern territory from 30 to 95 active customers.'],
    ['a right number under the wrong employer', 'At Norvend I raised weekend takings by 15%.'],
    ['a right number about another matter', 'I grew the territory by 15%.'],
    ['a number of something else', 'I trained 85 representatives.'],
    ['an employer the resume does not name', 'At Oakridge I sold packaging.'],
    ['a degree', 'I hold a master’s degree in Business.'],
    ['a tool that only the posting names', 'I have worked with SAP for years.'],
    ['a rank', 'As Head of Sales I set the targets.'],
    ['a deed without name or number', 'I negotiated contracts with supermarkets.'],
    ['a date', 'I joined Norvend in 2016.'],
    ['a company fact', 'Fenn Foods won a prize for its packaging.'],
    ['a tool given to the company', 'Fenn Foods uses Salesforce.'],
    ['work at the company itself', 'At Fenn Foods I trained 4 new representatives in Salesforce.'],
    ['a foreign address', 'Write to me at ivo@other.example.'],
  ])('marks %s as unsupported', (_, sentence) => {
    expect(verify(sentence).status).toBe('unsupported');
    expect(verify(sentence).reasons).not.toEqual([]);
  });

  it.each(['I would welcome the chance to talk.', 'Thank you for your time.', 'I enjoy work that can be measured.'])(
    'takes courtesy as framing: %s',
    (sentence) => {
      expect(verify(sentence).status).toBe('framing');
    },
  );

  it('names the note with its address as the source', () => {
    expect(verify('You supply 400 bakeries with organic flour.').sources).toEqual([
      { kind: 'note', id: 'note-1', quote: 'Fenn Foods supplies 400 bakeries with organic flour.', url: 'https://fenn.example/about' },
    ]);
  });
});

describe('the sources of a sentence', () => {
  it.each([
    ['At Norvend Ltd I grew the northern territory from 30 to 85 active customers.', ['resume']],
    ['I read that Fenn Foods supplies 400 bakeries with organic flour.', ['note']],
  ])('are only those it comes from: %s', (sentence, kinds) => {
    expect([...new Set(verify(sentence).sources.map((source) => source.kind))]).toEqual(kinds);
  });
});
