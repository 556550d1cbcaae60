import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { collectEvidence } from './collect-evidence.ts';
import { indexEvidence } from './index-evidence.ts';
import { parseResume } from './parse-resume.ts';
import { remember } from './remember.ts';
import { verifyLetter } from './verify-letter.ts';
import { verifySentence } from './verify-sentence.ts';

const employers = [
  'Tern & Kettle Ltd',
  'Severn Vale Hospital',
  'Brack & Sons',
  'Harrow Mill Foods',
  'Kirk Lane Primary',
  'Pinewood Media Oy',
];
const titles = ['Baker', 'Staff Nurse', 'Electrician', 'Accountant', 'Teacher', 'Web Developer', 'Driver', 'Carpenter'];
/** Deeds that share no word, `#` for their number. */
const deeds = [
  'rewired # primary schools during the holidays',
  'answered # telephone calls a day at the front desk',
  'planted # oak trees along the canal',
  'translated # catalogues from Danish',
  'repaired # bicycles for commuters',
  'audited # charities in the north',
  'sewed # theatre costumes by hand',
  'grafted # apple varieties for an orchard',
  'photographed # weddings in chapels',
  'tested # blood samples for malaria',
  'welded # steel gates for farms',
  'taught # lessons in woodwork',
];
const formats = [
  (title: string, employer: string, from: number, to: number) => `### ${title}, ${employer} (${from} – ${to})`,
  (title: string, employer: string, from: number, to: number) => `${from}-${to}  ${title}, ${employer}`,
  (title: string, employer: string, from: number, to: number) => `${title}\n${employer}\n${from} - ${to}`,
];

interface Position {
  employer: string;
  lines: { deed: string; count: number }[];
}

/** A resume of two or three positions whose deeds and numbers are all different. */
const resumes = fc
  .record({
    employers: fc.shuffledSubarray(employers, { minLength: 2, maxLength: 3 }),
    titles: fc.shuffledSubarray(titles, { minLength: 3, maxLength: 3 }),
    deeds: fc.shuffledSubarray(deeds, { minLength: 6, maxLength: 6 }),
    counts: fc.uniqueArray(fc.integer({ min: 12, max: 900 }), { minLength: 6, maxLength: 6 }),
    format: fc.constantFrom(...formats),
    bullet: fc.constantFrom('- ', '• ', '* '),
  })
  .map(({ employers: held, titles: trades, deeds: done, counts, format, bullet }) => {
    const positions: Position[] = held.map((employer, at) => ({
      employer,
      lines: [0, 1].map((line) => ({ deed: done[at * 2 + line] ?? '', count: counts[at * 2 + line] ?? 0 })),
    }));
    const blocks = positions.map(({ employer, lines }, at) =>
      [
        format(trades[at] ?? 'Baker', employer, 2020 - at * 4, 2024 - at * 4),
        ...lines.map(({ deed, count }) => bullet + sayLine(deed, count)),
      ].join('\n'),
    );
    return { positions, text: `Kim Doe\nLeeds\n\nExperience\n${blocks.join('\n\n')}\n` };
  });

const sayLine = (deed: string, count: number): string => `${deed.charAt(0).toUpperCase()}${deed.slice(1)}.`.replace('#', String(count));
const saySentence = (employer: string, deed: string, count: number): string => `At ${employer}, I ${deed.replace('#', String(count))}.`;

const evidenceOf = remember((resume: string) =>
  collectEvidence({
    application: { company_name: 'Corvid Labs', job_title: 'Manager', job_description: null, location: null },
    resume,
    notes: [],
    today: new Date('2026-08-01T00:00:00Z'),
  }),
);
const verdict = (sentence: string, resume: string) => verifySentence(sentence, indexEvidence(evidenceOf(resume)));

const eachLine = (check: (position: Position, deed: string, count: number, resume: string, all: Position[]) => void): void =>
  fc.assert(
    fc.property(resumes, ({ positions, text }) => {
      for (const position of positions) for (const { deed, count } of position.lines) check(position, deed, count, text, positions);
    }),
    { numRuns: 40, seed: 7 },
  );

describe('verifySentence over generated resumes', () => {
  it('finds every line where it stands, and names it as the source', () => {
    eachLine(({ employer }, deed, count, resume) => {
      const { status, reasons, sources } = verdict(saySentence(employer, deed, count), resume);
      expect([status, reasons]).toEqual(['grounded', []]);
      expect(sources.map(({ quote }) => quote)).toContain(sayLine(deed, count));
    });
  });

  it('misses every line whose number was changed', () => {
    eachLine(({ employer }, deed, count, resume) => {
      expect(verdict(saySentence(employer, deed, count + 1000), resume).status).toBe('unsupported');
    });
  });

  it('misses every line under the number of another', () => {
    eachLine((position, deed, count, resume, all) => {
      const other = all.flatMap(({ lines }) => lines).find((line) => line.count !== count);
      expect(verdict(saySentence(position.employer, deed, other?.count ?? 0), resume).status).toBe('unsupported');
    });
  });

  it('misses every line under another employer', () => {
    eachLine((position, deed, count, resume, all) => {
      const other = all.find(({ employer }) => employer !== position.employer);
      expect(verdict(saySentence(other?.employer ?? '', deed, count), resume).status).toBe('unsupported');
    });
  });

  it('misses every line under an employer that the resume does not have', () => {
    eachLine((_, deed, count, resume) => {
      expect(verdict(saySentence('Balfour Beatty', deed, count), resume).status).toBe('unsupported');
    });
  });

  it('quotes only what the evidence has', () => {
    eachLine(({ employer }, deed, count, resume) => {
      const units = evidenceOf(resume).units.map(({ text }) => text);
      const headings = evidenceOf(resume).roles.map(({ heading }) => heading);
      for (const { quote } of verdict(saySentence(employer, deed, count), resume).sources) expect([...units, ...headings]).toContain(quote);
    });
  });
});

describe('any text at all', () => {
  const anything = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.lorem({ mode: 'sentences', maxCount: 4 }));

  it('is taken as a resume, and keeps its words', () => {
    fc.assert(
      fc.property(anything, (resume) => {
        const { units } = parseResume(resume);
        expect(units.every(({ text }) => text.trim() !== '')).toBe(true);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('is taken as a letter, with the same verdict each time', () => {
    const resume = 'Kim Doe\nBaker, Tern & Kettle Ltd (2019 – present)\n- Baked 900 loaves a night.';
    fc.assert(
      fc.property(anything, (letter) => {
        expect(verifyLetter(letter, evidenceOf(resume))).toEqual(verifyLetter(letter, evidenceOf(resume)));
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
