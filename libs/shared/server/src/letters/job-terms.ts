import type { Evidence } from './evidence.ts';
import { isResumeUnit } from './evidence.ts';
import { technologies } from './vocabulary/technologies.ts';
import { contentStems, stemSet, tokenize } from './words.ts';

export interface JobTerm {
  /** As the posting spells it. */
  text: string;
  stem: string;
  inResume: boolean;
}

const asks =
  /\b(?:experience|knowledge|skills?|ability|must|require\w*|need|looking for|you (?:have|will|are)|essential|desirable|proficien\w+|familiar\w*|qualif\w+|responsib\w+|degree|licen[cs]e)\b/i;
const boilerplate =
  /\b(?:benefits?|salary|pension|holiday|insurance|equal opportunit\w+|diversity|apply|bonus|perks|gender|religion|race|disability|pay|vacation)\b/i;
const vague = new Set(
  'salar posit candidat includ ensur support strong environ busines opportun hour benefit full-tim part-tim rol develop provid service maintain manag successful team deliv drive hirin compan'.split(
    ' ',
  ),
);

/** The words a posting asks for most, at most `limit`: named tools first, then what its requirements repeat. */
export function findJobTerms(evidence: Evidence, limit = 8): JobTerm[] {
  const ownNames = stemSet(`${evidence.company} ${evidence.jobTitle}`);
  const scores = new Map<string, { text: string; score: number }>();
  for (const unit of evidence.units) {
    if (unit.kind !== 'job' || unit.id === 'J0' || boilerplate.test(unit.text)) continue;
    const weight = asks.test(unit.text) ? 2 : 1;
    const seen = new Set<string>();
    for (const { text, at } of tokenize(unit.text)) {
      const [stem] = contentStems(text);
      if (!stem || stem.length < 3 || seen.has(stem) || ownNames.has(stem) || vague.has(stem)) continue;
      seen.add(stem);
      const isTool = technologies.has(text.toLowerCase()) || (at > 0 && /\p{Lu}/u.test(text));
      const known = scores.get(stem);
      scores.set(stem, { text: known?.text ?? text, score: (known?.score ?? 0) + weight + (isTool ? 3 : 0) });
    }
  }
  const resume = stemSet(
    evidence.units
      .filter(isResumeUnit)
      .map((unit) => `${unit.text} ${unit.role?.heading ?? ''}`)
      .join('\n'),
  );
  return [...scores]
    .filter(([, { score }]) => score >= (scores.size > 20 ? 2 : 1))
    .sort((a, b) => b[1].score - a[1].score)
    .slice(0, limit)
    .map(([stem, { text }]) => ({ text, stem, inResume: resume.has(stem) }));
}
