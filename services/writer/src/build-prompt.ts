import { readFileSync } from 'node:fs';
import { estimatePromptTokens, type Evidence, type EvidenceUnit, type ModelMessage } from '@coverwright/server';
import type { LetterRequest } from './compose-letter.ts';
import { sha256 } from './pick.ts';
import type { Wishes } from './read-wishes.ts';
import type { Selection } from './select-evidence.ts';

export const answerTokens = 700;
const window = 4096;
/** The estimate is upper on average, not in every case. */
const margin = 1.15;
const template = readFileSync(new URL('../prompts/cover-letter.md', import.meta.url), 'utf8');

const line = (unit: EvidenceUnit, prefix = ''): string => {
  const heading = unit.role ? `${unit.role.heading}: ` : '';
  const source = unit.note ? ` (${unit.note.url})` : '';
  return `${prefix}[${unit.id}] ${heading}${unit.text}`.replace(/\s+/g, ' ').slice(0, 420) + source.slice(0, 120);
};

function render(
  request: LetterRequest,
  evidence: Evidence,
  wishes: Wishes,
  parts: { resume: EvidenceUnit[]; notes: EvidenceUnit[]; job: EvidenceUnit[] },
): string {
  const nonce = `<<${sha256(`${request.application.id}:${request.notes.map((note) => note.id).join()}`).slice(0, 12)}>>`;
  const lines = (units: EvidenceUnit[], prefix = ''): string => units.map((unit) => line(unit, prefix)).join('\n') || '(nothing known)';
  const values: Record<string, string> = {
    nonce,
    company: evidence.company,
    title: evidence.jobTitle,
    tone: request.tone ?? 'plain and friendly',
    feedback: (request.feedback ?? 'none').replace(/\s+/g, ' ').slice(0, 600),
    words: `${wishes.words.min} to ${wishes.words.max}`,
    resume: lines(parts.resume),
    notes: lines(parts.notes, '| '),
    job: lines(parts.job, '| '),
  };
  return template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole);
}

/** The prompt of the letter's body. Weakest evidence is left out until it fits the smallest usual window; the instructions never are. */
export function buildPrompt(request: LetterRequest, evidence: Evidence, selection: Selection, wishes: Wishes): ModelMessage[] {
  const wanted = new Set(selection.terms.map((term) => term.stem));
  const job = evidence.units.filter((unit) => unit.kind === 'job' && unit.id !== 'J0').slice(0, 8);
  const parts = {
    resume: [...selection.profile.slice(0, 2), ...selection.education.slice(0, 3), ...selection.skills.slice(0, 3), ...selection.resume],
    notes: [...selection.notes],
    job: wanted.size ? job : job.slice(0, 4),
  };
  for (;;) {
    const messages: ModelMessage[] = [{ role: 'user', content: render(request, evidence, wishes, parts) }];
    const fits = estimatePromptTokens(messages) * margin + answerTokens <= window;
    if (fits || parts.resume.length + parts.notes.length + parts.job.length === 0) return messages;
    if (parts.job.length > 2) parts.job.pop();
    else if (parts.notes.length > 2) parts.notes.pop();
    else if (parts.resume.length > 3) parts.resume.pop();
    else (parts.job.length ? parts.job : parts.notes.length ? parts.notes : parts.resume).pop();
  }
}
