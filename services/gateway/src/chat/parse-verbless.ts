import type { Act, Acts } from './parse-acts.ts';
import type { Clause } from './parse-clauses.ts';

const RESEARCH = new Set(['research', 'background']);
const WRITE = new Set(['letter', 'draft', 'write', 'writing', 'drafting']);
const MARKERS = new Set(['please', 'just', 'only', 'now', 'go', 'then', 'again', 'straight', 'next']);
const FILLERS = new Set(
  (
    'please just only now go then again straight next first and plus the a an my some for this that it one job role position application company employer firm cover covering motivation ' +
    'application full quick short new another ok okay so hey hi same as last before usual from on about to URL NAME site website is here with here yes url link afterwards after in order step drill procedure deal routine second third secondly'
  ).split(' '),
);

/**
 * A request without a verb ("research, then letter", "cover letter please"): nothing but the things asked for, glue, and a word
 * that shows it is a request; research and letter together show that themselves.
 */
export function readVerbless(clauses: Clause[]): Acts | null {
  const words = clauses.flatMap((clause) => clause.words.split(' '));
  if (words.length > 24 || !words.every((word) => FILLERS.has(word) || RESEARCH.has(word) || WRITE.has(word))) return null;
  const acts: Act[] = [];
  if (words.some((word) => RESEARCH.has(word))) acts.push('research');
  if (words.some((word) => WRITE.has(word))) acts.push('write');
  if (acts.length === 0 || (acts.length === 1 && words.includes('before'))) return null;
  const linked = clauses.some((clause) => clause.link === 'then');
  const asked = linked || acts.length === 2 || words.some((word) => MARKERS.has(word));
  return asked ? { acts, weak: false, bare: false } : null;
}
