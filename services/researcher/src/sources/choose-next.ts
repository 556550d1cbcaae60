import type { PageLead } from '@coverwright/server';

/** Each page on a subject that is covered already is worth this much less. */
const REPEATED = 3;

/** The leads to follow next: the best ones, with subjects that nothing was read about yet before more of the same. */
export function chooseNext<T extends PageLead>(leads: readonly T[], covered: readonly string[], count: number): T[] {
  const left = [...leads];
  const chosen: T[] = [];
  const worth = (lead: T) => {
    const times = [...covered, ...chosen.map((other) => other.subject)].filter((subject) => subject === lead.subject).length;
    return lead.score - times * REPEATED;
  };
  while (chosen.length < count && left.length > 0) {
    const best = left.reduce((a, b) => (worth(b) > worth(a) ? b : a));
    chosen.push(best);
    left.splice(left.indexOf(best), 1);
  }
  return chosen;
}
