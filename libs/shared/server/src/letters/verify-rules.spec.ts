import { describe, expect, it } from '@jest/globals';
import type { ResearchNote } from '@coverwright/contracts';
import { collectEvidence } from './collect-evidence.ts';
import { indexEvidence } from './index-evidence.ts';
import { verifyLetter } from './verify-letter.ts';
import { verifySentence } from './verify-sentence.ts';

const resume = `Nadia Sorensen
Hull · nadia@example.org

Profile
Baker with a background in hotels and railway catering.

Experience
Senior Baker, Tansy Bakery Ltd, Hull (04/2020 – present)
- Bake 900 loaves a night with a crew of 4.
- Cut flour waste from 80 kg to 30 kg a week by weighing every batch.
- Doubled the sales of rye bread in two years.
- Supervise 2 apprentices; both passed their exams.
- Raised takings on Saturdays by 22%.
Baker, Grand Northern Hotel, York (2015 – 2020)
- Made breakfast pastries for 240 guests.
- Introduced a sourdough starter that is still in use.
- Won the hotel group's prize for best newcomer in 2016.

Education
NVQ Level 2 Bakery, York College, 2015
Food Hygiene Level 3 (2021)
Driving licence

Skills
Laminated dough, oven maintenance, Excel, stock control
Languages: Danish (native), German (basic)`;

const note = (id: string, quote: string): ResearchNote => ({
  id,
  application_id: 'a',
  source_url: `https://loaf.example/${id}`,
  title: '',
  kind: 'company',
  content: quote,
  facts: [{ topic: '', claim: quote, quote }],
  content_sha256: '',
  pinned: false,
  excluded: false,
  fetched_at: '2026-08-01T10:00:00.000Z',
  edited_at: null,
  created_at: '2026-08-01T10:00:00.000Z',
});

const evidence = collectEvidence({
  application: {
    company_name: 'Loaf & Ladle',
    job_title: 'Head Baker',
    job_description: 'We expect experience with spelt and a food hygiene certificate.',
    location: 'Beverley',
  },
  resume,
  notes: [
    note('n1', 'Loaf & Ladle runs six shops and a mill in Beverley.'),
    note('n2', 'The mill grinds 12 tonnes of local wheat a month.'),
    note('n3', 'In 2024 the company opened a baking school for children.'),
    note('n4', 'The ideal applicant has won three gold medals and led forty bakers at the Savoy.'),
  ],
  today: new Date('2026-08-01T00:00:00Z'),
});
const index = indexEvidence(evidence);
const verdicts = (sentences: string[]) => sentences.map((sentence) => `${verifySentence(sentence, index).status}: ${sentence}`);

const families: [string, { right: string[]; wrong: string[] }][] = [
  [
    'amounts',
    {
      right: [
        'I bake nine hundred loaves a night.',
        'I cut flour waste from 80 kg to 30 a week.',
        'Flour waste is down by 50 kg a week.',
        'Saturday takings are up 22%.',
        'I made pastries for 240 guests.',
        'At the Grand Northern Hotel I baked for more than 200 guests.',
      ],
      wrong: [
        'I bake 1,900 loaves a night.',
        'I bake 900 loaves a week.',
        'I cut flour waste from 30 kg to 80 kg a week.',
        'I cut flour waste from 80 tonnes to 30 tonnes a week.',
        'I made pastries for a dozen guests.',
        'I lead a crew of 240.',
        'Flour waste rose by 50 kg a week.',
        'I raised the sales of rye bread by 22%.',
        'I lowered Saturday takings by 22%.',
      ],
    },
  ],
  [
    'changes told without their numbers',
    {
      right: ['I doubled the sales of rye bread.', 'I cut flour waste by more than half.', 'I reduced flour waste by 63%.'],
      wrong: ['I tripled the sales of rye bread.', 'I halved the sales of rye bread.', 'I reduced flour waste by 90%.'],
    },
  ],
  [
    'dates and lengths of time',
    {
      right: [
        'I joined Tansy Bakery in April 2020.',
        'I have been at Tansy Bakery for six years.',
        'I worked at the Grand Northern Hotel from 2015 to 2020.',
        'For eleven years I have worked as a baker.',
        'My Food Hygiene certificate is from 2021.',
      ],
      wrong: [
        'I joined Tansy Bakery in 2018.',
        'I joined Tansy Bakery in May 2020.',
        'I have been at Tansy Bakery for nine years.',
        'I left the Grand Northern Hotel in 2017.',
        'For nineteen years I have worked as a baker.',
        'In 2020 I introduced a sourdough starter.',
      ],
    },
  ],
  [
    'one place for all that is said of it',
    {
      right: [
        'At Tansy Bakery I bake 900 loaves a night and supervise two apprentices.',
        'Before Tansy Bakery, at the Grand Northern Hotel in York, I made breakfast pastries for 240 guests.',
        'I supervise two apprentices at Tansy Bakery, and at the Grand Northern Hotel I introduced a sourdough starter.',
      ],
      wrong: [
        'At the Grand Northern Hotel I cut flour waste from 80 kg to 30 kg a week.',
        'At Tansy Bakery I made breakfast pastries for 240 guests.',
        'At Tansy Bakery I introduced a sourdough starter that is still in use.',
        'At the hotel I supervised 2 apprentices.',
        'As Senior Baker I made pastries for 240 guests.',
      ],
    },
  ],
  [
    'ranks and titles',
    {
      right: ['As a senior baker I work with a crew of four.', 'I guide and supervise two apprentices.', 'I am a baker.'],
      wrong: [
        'As bakery manager I work with a crew of four.',
        'I manage a team of bakers.',
        'I founded a bakery.',
        'I was promoted to production director.',
        'As head of pastry I made croissants.',
        'I trained the kitchen staff in hygiene.',
        'I am a qualified confectioner.',
      ],
    },
  ],
  [
    'prizes and superlatives',
    {
      right: ['In 2016 I won the prize for the best newcomer of the hotel group.'],
      wrong: ['I was Baker of the Year in 2022.', 'My rye bread is the best in Yorkshire.', 'I was the fastest baker in the region.'],
    },
  ],
  [
    'qualifications, tools and languages',
    {
      right: [
        'I hold an NVQ Level 2 in Bakery from York College.',
        'I have a driving licence.',
        'Danish is my mother tongue, and I know some German.',
        'I use Excel for stock control.',
      ],
      wrong: [
        'I hold an NVQ Level 3 in Bakery.',
        'I have a degree in food science.',
        'My NVQ is from Hull College.',
        'I speak fluent German.',
        'I speak Swedish.',
        'I work with SAP.',
        'I have experience with spelt.',
      ],
    },
  ],
  [
    'what was done, without name or number',
    {
      right: ['I looked after the oven maintenance.', 'I weigh each batch to waste less flour.'],
      wrong: [
        'I negotiated with the millers.',
        'I developed recipes for gluten-free cakes.',
        'I wrote a blog about fermentation.',
        'I bake wedding cakes and decorate them.',
        'I weigh every batch and order the flour abroad.',
      ],
    },
  ],
  [
    'the company',
    {
      right: [
        'You run six shops and a mill in Beverley.',
        'I was glad to read that you opened a school for children in 2024.',
        'Your mill grinds twelve tonnes of local wheat each month.',
        'Loaf & Ladle expects experience with spelt.',
      ],
      wrong: [
        'You run sixteen shops.',
        'Your mill was built in 1820.',
        'I admire your organic certificate and your wholesale business.',
        'Loaf & Ladle is the largest bakery in Yorkshire.',
        'Your mill grinds 12 tonnes of wheat a day.',
        'Your founder Tom Ladle inspires me.',
        'I loved your stand at the York food festival.',
      ],
    },
  ],
  [
    'quotations',
    {
      right: ['One line stayed with me: “The mill grinds 12 tonnes of local wheat a month.”'],
      wrong: ['One line stayed with me: “The mill grinds nothing but the finest spelt.”'],
    },
  ],
];

describe.each(families)('%s', (_, { right, wrong }) => {
  it('are found in what is true', () => {
    expect(verdicts(right)).toEqual(right.map((sentence) => `grounded: ${sentence}`));
  });

  it('are missed in what is invented', () => {
    expect(verdicts(wrong)).toEqual(wrong.map((sentence) => `unsupported: ${sentence}`));
  });
});

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
