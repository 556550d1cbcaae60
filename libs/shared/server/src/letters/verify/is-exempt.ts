import type { Anchor } from '../anchor.ts';
import type { ReadClause } from '../sentence/read-clauses.ts';

const learning =
  /\b(?:learn|get to know|train(?:ing)? (?:in|for|as)|study(?:ing)? (?:for|towards)|qualify|work(?:ing)? towards|gain|obtain|acquire|improve my|take (?:a|the|my) (?:course|exam|test)|become|grow into|move into)\b/i;
const future = /\b(?:first|next|coming|following|initial)\s+$/i;
const proximity = /\b(?:live|living|based|minutes?|miles?|km|commute|away|drive|walk|bike)\b/i;

/** Where people find postings; naming the place claims nothing. */
const jobBoards =
  /^(?:LinkedIn|Indeed|Glassdoor|Xing|StepStone|Monster|Reed|Totaljobs|Jooble|Adzuna|Google|Facebook|Instagram|NHS Jobs|Guardian Jobs)$/i;
const foundPosting =
  /\b(?:advert\w*|posting|posted|vacancy|opening|position|role|job)\b.*\b(?:on|at|via|through)\b|\b(?:found|saw|came across|noticed) (?:your|the|this)\b/i;

/** Anchors that claim nothing: what the person has not done or wants to learn, when to start, how far off they live. */
export function isExempt(anchor: Anchor, clauses: ReadClause[], sentence: string): boolean {
  const clause = clauses[anchor.clause];
  if (!clause) return false;
  if (clause.isDenied && anchor.side !== 'company') return true;
  if (anchor.kind === 'name' && clause.mood !== 'fact' && jobBoards.test(anchor.text) && foundPosting.test(clause.text)) return true;
  const isAmount = anchor.kind === 'number' || anchor.kind === 'date';
  if (clause.mood === 'practical') return isAmount;
  if (clause.mood === 'wish' && learning.test(clause.text) && !isAmount) return true;
  if (clause.mood !== 'fact' && isAmount && future.test(sentence.slice(0, anchor.at))) return true;
  return (
    isAmount &&
    anchor.kind === 'number' &&
    (anchor.number.unit.base === 's' || anchor.number.unit.base === 'mile' || anchor.number.unit.base === 'm') &&
    /\b(?:live|commute)\b/i.test(clause.text) &&
    proximity.test(clause.text)
  );
}
