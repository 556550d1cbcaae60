import type { ResearchNote } from '@coverwright/contracts';
import type { LetterRequest } from '../src/letter-request.ts';

/** A note whose facts are its lines. */
export const newNote = (number: number, quotes: string[], changes: Partial<ResearchNote> = {}): ResearchNote => ({
  id: `0199aaaa-0000-7000-8000-${String(number).padStart(12, '0')}`,
  application_id: '0199aaaa-0000-7000-8000-00000000000a',
  source_url: 'https://company.example/about',
  title: 'About us',
  kind: 'company',
  content: quotes.join('\n'),
  facts: quotes.map((quote) => ({ topic: 'about', claim: quote, quote })),
  content_sha256: '0'.repeat(64),
  pinned: false,
  excluded: false,
  fetched_at: '2026-08-01T10:00:00.000Z',
  edited_at: null,
  created_at: '2026-08-01T10:00:00.000Z',
  ...changes,
});

const newRequest = (
  number: number,
  names: [company: string, title: string],
  texts: { resume: string; posting: string | null; quotes: string[] },
): LetterRequest => ({
  application: {
    id: `0199bbbb-0000-7000-8000-${String(number).padStart(12, '0')}`,
    company_name: names[0],
    job_title: names[1],
    job_description: texts.posting,
    location: null,
  },
  resume: texts.resume,
  notes: texts.quotes.length ? [newNote(number, texts.quotes)] : [],
  pastLetters: null,
  feedback: null,
  wordsBefore: null,
  tone: null,
  length: 'medium',
  today: new Date('2026-08-01T09:00:00Z'),
  researchAsked: true,
});

export const nurseResume = `# Aisha Bello
Bristol · aisha@example.org · 07700 900456

## Profile
Registered nurse with eight years in acute and elderly care.

## Experience
### Charge Nurse, Severn Vale Hospital (Jan 2021 – present)
- Run a 24-bed elderly care ward on night shifts with a team of 7 nurses and care assistants.
- Reduced falls with harm from 11 to 4 a year by introducing hourly rounding.
- Mentored 9 newly qualified nurses through preceptorship.

### Staff Nurse
**St Brannock's Infirmary**, Exeter | 09/2017 - 12/2020
- Cared for patients after hip and knee surgery on a 30-bed orthopaedic ward.
- Introduced a discharge checklist that cut readmissions by 12%.

## Education
- BSc Adult Nursing, University of Plymouth, 2017

## Skills
IV cannulation, wound care, SystmOne, medication management
`;

const electricianResume = `Tomasz Wrona
Hull · tomasz@example.org

Experience

Electrician, Humber Electrical Ltd, 04/2018 – present
• Testing and inspection of rented homes: about 300 reports a year
• Installation of 85 vehicle chargers since 2022
• Supervise 2 apprentices
• Fault finding on three-phase machines in bakeries and cold stores

Electrical Improver, Holderness Contracting, 2015 – 2018
• First and second fix in 40 new homes
• Kept stock lists for three vans

Qualifications
NVQ Level 3 Electrotechnical Services, 2018
Inspection and Testing certificate, 2020

Skills
inspection and testing, fault finding, vehicle chargers, full driving licence
`;

const salesResume = `# Leonie Marsh

## Experience
### Account Manager | Rookwood Coffee | 2020 - 2024
- £780k of new trade accounts in 2023, 112% of target
- Manages 60 independent cafes between Leeds and York
- Tastings, machine demonstrations, contract renewals
- Cut late payments from 19% to 7% with a new reminder routine
### Shop Assistant | Hall & Penrose Books | 2017 - 2020
- Serving customers and running the children's reading hour
- Promoted to keyholder in 2018

## Education
- BA English Literature, University of York, 2017

## Skills
HubSpot, negotiation, French
`;

/** Three applications of three trades, for tests and benches. Resumes are written the way people write them: each in another way. */
export const testApplications: Record<'nurse' | 'electrician' | 'sales', LetterRequest> = {
  nurse: newRequest(1, ['Holm Lodge', 'Ward Manager'], {
    resume: nurseResume,
    posting: 'You have experience of elderly care and rota planning. Knowledge of dementia care and EMIS is essential.',
    quotes: ['Holm Lodge cares for 64 residents in three small houses.', 'We opened a dementia garden in spring 2024.'],
  }),
  electrician: newRequest(2, ['Wolds Power Services Ltd', 'Approved Electrician'], {
    resume: electricianResume,
    posting:
      'Inspection and testing of rented homes, fault finding, vehicle chargers. Solar experience and a driving licence are required.',
    quotes: ['We look after the wiring of 4,000 homes for two housing associations.', 'Every van goes home with its driver.'],
  }),
  sales: newRequest(3, ['Tidewater Teas', 'Key Account Manager'], {
    resume: salesResume,
    posting: 'Look after independent cafes and farm shops. Strong negotiation skills. Salesforce and Welsh are a plus.',
    quotes: [
      'Tidewater Teas blends its teas by hand in a former lifeboat station.',
      'In 2025 the company opened a tasting room in Whitby.',
    ],
  }),
};
