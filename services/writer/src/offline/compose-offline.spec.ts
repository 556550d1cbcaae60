import { describe, expect, it } from '@jest/globals';
import { newNote, testApplications } from '../../test/test-applications.ts';
import { gatherMaterial } from '../gather-material.ts';
import { createJudge } from '../judge-sentence.ts';
import type { LetterRequest } from '../letter-request.ts';
import { textsOf } from '../material.ts';
import { composeOffline } from './compose-offline.ts';

const compose = (request: LetterRequest): string => {
  const material = gatherMaterial(request);
  return textsOf(composeOffline(material, createJudge(material))).join('\n\n');
};
const countWords = (text: string) => text.split(/\s+/).length;
const fourGrams = (text: string): Set<string> => {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(3).map((_, at) => words.slice(at, at + 4).join(' ')));
};

const companies: [company: string, title: string, posting: string, quotes: string[]][] = [
  [
    'Larkfield Trust',
    'Night Sister',
    'Elderly care, night shifts, leading a team.',
    ['We look after three hundred people in their own homes.', 'Every Friday the whole team eats lunch together.'],
  ],
  [
    'Brindle Clinic',
    'Staff Nurse',
    'Orthopaedic patients, discharge planning, wound care.',
    ['Brindle Clinic runs theatres in Leith and Dundee.', 'In 2022 we planted a hedge around every site.'],
  ],
  [
    'Northgate Hospital',
    'Practice Educator',
    'Preceptorship of newly qualified nurses.',
    ['Each new colleague spends a week with every team.', 'We publish our waiting times.'],
  ],
];

describe('composeOffline', () => {
  it.each(Object.entries(testApplications))('shares less than 40 %% of the 4-grams of two letters to two companies: %s', (_, request) => {
    const letters = companies.map(([company_name, job_title, job_description, quotes], index) =>
      fourGrams(
        compose({
          ...request,
          notes: [newNote(20 + index, quotes)],
          application: { ...request.application, company_name, job_title, job_description },
        }),
      ),
    );
    for (const [index, letter] of letters.entries()) {
      const other = letters[(index + 1) % letters.length] ?? new Set<string>();
      const shared = [...letter].filter((gram) => other.has(gram)).length;
      expect(shared / (letter.size + other.size - shared)).toBeLessThan(0.4);
    }
  });

  it.each([
    ['short', 175, 225],
    ['medium', 185, 290],
    ['long', 215, 400],
  ] as const)('keeps to the length asked for: %s', (length, least, most) => {
    const words = countWords(compose({ ...testApplications.sales, length }));
    expect(words).toBeGreaterThanOrEqual(least);
    expect(words).toBeLessThanOrEqual(most);
  });

  it.each(Object.entries(testApplications))('gets shorter each time it is asked to: %s', (_, request) => {
    const first = countWords(compose(request));
    const second = countWords(compose({ ...request, feedback: 'Make it shorter', wordsBefore: first }));
    expect(second).toBeLessThan(first);
    expect(countWords(compose({ ...request, feedback: 'Make it shorter', wordsBefore: second }))).toBeLessThan(second);
  });

  it('says what pinned notes say however short it is to be', () => {
    const pinned = ['The garden feeds thirty people.', 'The kitchen bakes its own bread.', 'The roof has a hundred panels.'];
    const notes = pinned.map((quote, index) => newNote(80 + index, [quote], { pinned: true }));
    const letter = compose({ ...testApplications.nurse, notes, feedback: 'Make it shorter', wordsBefore: 130 });
    for (const words of ['thirty people', 'own bread', 'hundred panels']) expect(letter).toContain(words);
  });

  it('says that little is known instead of filling the page', () => {
    const { application } = testApplications.sales;
    const letter = compose({
      ...testApplications.sales,
      resume: 'Lee Young',
      notes: [],
      application: { ...application, job_description: null },
    });
    expect(countWords(letter)).toBeLessThan(200);
    expect(letter).not.toMatch(/here is what I have done|my work/);
  });

  it('quotes a resume in another language instead of translating it', () => {
    const resume = `# Jonas Keller

## Experience
### Lagerleiter, Nordhafen Logistik GmbH (03/2019 – present)
- Leitung eines Teams von 18 Mitarbeitern im Zwei-Schicht-Betrieb
- Senkung der Fehlerquote von 9 auf 2 Fehler am Tag durch Scanner an jedem Platz
`;
    expect(compose({ ...testApplications.sales, resume })).toContain('“Leitung eines Teams von 18 Mitarbeitern im Zwei-Schicht-Betrieb”');
  });

  it('ends no sentence on a name that ends like an abbreviation', () => {
    for (let seed = 0; seed < 12; seed += 1) {
      const { application } = testApplications.electrician;
      const letter = compose({ ...testApplications.electrician, application: { ...application, id: `${application.id}${seed}` } });
      expect(letter).not.toMatch(/Ltd\. \p{Lu}/u);
    }
  });

  it('does not say of one post what was done in another', () => {
    const letter = compose({ ...testApplications.nurse, length: 'long' });
    const at = letter.search(/discharge checklist/);
    expect(letter.slice(0, at)).toContain("St Brannock's Infirmary");
    expect(letter.slice(letter.indexOf("St Brannock's Infirmary"), at)).not.toContain('Severn Vale');
  });
});
