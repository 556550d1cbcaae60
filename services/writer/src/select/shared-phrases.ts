import { contentStems, isResumeUnit, stemSet, type Evidence } from '@coverwright/server';

const word = /^[\p{L}][\p{L}\p{N}.+#/-]*$/u;
const isNamed = (text: string): boolean => /\p{Ll}\p{Lu}|\p{Lu}{2}|\d/u.test(text);

/** Phrases of the posting that the resume has too, longest first: two or three words in a row, or a name such as `PostgreSQL`. */
export function findSharedPhrases(evidence: Evidence): string[] {
  const resume = ` ${evidence.units
    .filter((unit) => isResumeUnit(unit) && unit.id !== 'P0')
    .map((unit) => unit.text.toLowerCase().replace(/[,;:()]/g, ' | '))
    .join(' | ')
    .replace(/[.]\s/g, ' | ')} `;
  const taken = stemSet(`${evidence.company} ${evidence.jobTitle}`);
  const found: string[] = [];
  const postings = evidence.units.filter((unit) => unit.kind === 'job' && unit.id !== 'J0').map((unit) => unit.text);
  for (const size of [3, 2, 1]) {
    for (const part of postings.flatMap((text) => text.split(/[,;:()]|\.(?:\s|$)/))) {
      const words = part.trim().split(/\s+/);
      for (let at = 0; at + size <= words.length; at += 1) {
        const run = words.slice(at, at + size);
        const phrase = run.join(' ');
        const carries =
          run.every((text) => word.test(text) && contentStems(text).length > 0) && (size > 1 || (isNamed(phrase) && phrase.length > 2));
        if (!carries || !resume.includes(` ${phrase.toLowerCase()} `)) continue;
        const stems = contentStems(phrase);
        if (stems.some((stem) => taken.has(stem))) continue;
        for (const stem of stems) taken.add(stem);
        found.push(
          at === 0 && /^\p{Lu}\p{Ll}/u.test(phrase) && !isNamed(run[0] ?? '') ? phrase.charAt(0).toLowerCase() + phrase.slice(1) : phrase,
        );
      }
    }
  }
  return found;
}
