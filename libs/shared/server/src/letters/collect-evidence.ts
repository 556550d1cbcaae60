import type { Application, ResearchNote } from '@coverwright/contracts';
import { addressesAMachine } from './addresses-a-machine.ts';
import type { Evidence, EvidenceUnit } from './evidence.ts';
import { parseResume } from './parse-resume.ts';
import { splitSentences } from './split-sentences.ts';

export interface EvidenceInput {
  application: Pick<Application, 'company_name' | 'job_title' | 'job_description' | 'location'>;
  /** The person's resume, markdown or plain text. */
  resume: string;
  notes: ResearchNote[];
  today: Date;
}

/** Characters read of one page or posting. */
const longest = 40_000;
const noise =
  /<\/?[a-z]|^(?:write|print|output|say|repeat|respond|reply|answer)\b|\b(?:cookies?|privacy policy|terms of (?:use|service)|sign in|log in|(?:subscribe|sign up) (?:now|today|here|(?:to|for) (?:our|the) (?:newsletter|mailing list|updates)|for (?:free|updates))|all rights reserved|javascript)\b|©/i;

/** Whether a line of a page reads as a statement that can be quoted in a letter. */
export function isQuotable(text: string): boolean {
  return (
    text.length >= 25 &&
    text.length <= 320 &&
    /\p{Ll}/u.test(text) &&
    text.split(/\s+/).length >= 4 &&
    !noise.test(text) &&
    !addressesAMachine(text)
  );
}

function collectNotes(notes: ResearchNote[]): EvidenceUnit[] {
  const units: EvidenceUnit[] = [];
  for (const note of notes) {
    const quotes = note.facts.map((fact) => fact.quote.replace(/\s+/g, ' ').trim()).filter(isQuotable);
    const sentences = note.content.slice(0, longest).split(/\n+/).flatMap(splitSentences).filter(isQuotable);
    const facts = new Set(quotes.length ? quotes : sentences.slice(0, 6));
    const rest = sentences.slice(0, 40).filter((sentence) => ![...facts].some((fact) => fact.includes(sentence)));
    for (const text of new Set([...facts, ...rest])) {
      units.push({
        id: `N${units.length + 1}`,
        kind: 'note',
        text,
        scope: `note:${note.id}`,
        note: { id: note.id, url: note.source_url, kind: note.kind, pinned: note.pinned },
        ...(facts.has(text) ? {} : { spare: true as const }),
      });
    }
  }
  return units;
}

function collectPosting(posting: string | null): EvidenceUnit[] {
  if (!posting) return [];
  const lines = posting
    .slice(0, longest)
    .replace(/<[^>]+>/g, '\n')
    .split(/\r?\n/)
    .map((line) =>
      line
        .replace(/^\s*(?:[-*•‣▪#>]+|\d+[.)])\s*/u, '')
        .replace(/\*\*|__/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    );
  return lines
    .flatMap(splitSentences)
    .filter((text) => text.length >= 8 && !addressesAMachine(text))
    .slice(0, 120)
    .map((text, index) => ({ id: `J${index + 1}`, kind: 'job' as const, text, scope: 'job' }));
}

/** Names are stored as they were typed; in a letter they stand without the blanks around them. */
const oneLine = (name: string): string => name.replace(/\s+/g, ' ').trim();

/** Everything a letter of this application may say, as units with their source. Excluded notes must be left out by the caller. */
export function collectEvidence(input: EvidenceInput): Evidence {
  const { application } = input;
  const { profile, roles, units } = parseResume(input.resume);
  const about = [application.job_title, application.company_name, application.location ?? ''].map(oneLine).filter(Boolean).join(', ');
  return {
    company: oneLine(application.company_name),
    jobTitle: oneLine(application.job_title),
    profile,
    roles,
    units: [
      ...units,
      ...collectNotes(input.notes),
      { id: 'J0', kind: 'job', text: about, scope: 'job' },
      ...collectPosting(application.job_description),
    ],
    today: input.today,
  };
}
