import type { ResearchNote } from '@coverwright/contracts';
import { collectEvidence } from '../collect-evidence.ts';
import { indexEvidence } from '../index-evidence.ts';
import { verifySentence } from '../verify-sentence.ts';

/** A resume of a trade that the rules were not written for, and notes about a bakery. */
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

export const evidence = collectEvidence({
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
export const index = indexEvidence(evidence);
export const verdicts = (sentences: string[]) => sentences.map((sentence) => `${verifySentence(sentence, index).status}: ${sentence}`);
