import type { IndexedUnit } from '../index-evidence.ts';
import { stem } from '../stem.ts';
import { classesOf } from '../vocabulary/synonyms.ts';
import { hasSense } from '../word-bag.ts';
import { phraseForm } from '../words.ts';

/** Whether a unit has a name or a term: as a phrase, in the singular or plural, or its words close together. */
export function hasName(text: string, unit: IndexedUnit): boolean {
  const phrase = phraseForm(text).trim();
  const spaced = phrase.replace(/[/-]/g, ' ');
  const forms = [phrase, spaced, phrase.replace(/(?<=[\p{L}]{2})s$/u, ''), `${phrase}s`, phrase.replace(/ & /g, ' and ')];
  if (forms.some((form) => unit.phrases.includes(` ${form} `))) return true;
  if (phrase.includes(' ')) return hasNameInParts(phrase, unit);
  return (
    unit.bag.stems.has(stem(text)) ||
    (/\p{Ll}/u.test(text.slice(1)) && !/[\p{Lu}\d]/u.test(text.slice(1)) && isCommonNoun(text) && hasSense(unit.bag, stem(text)))
  );
}

/** A capital does not make a name of an ordinary word that has synonyms: `my Bachelor`, `your Blog`. */
const isCommonNoun = (word: string): boolean => classesOf(stem(word)).length > 0;

/** `Registered Nurse Adult` of `Registered Nurse (Adult)`; `University of Leeds` needs all its words close together. */
function hasNameInParts(phrase: string, unit: IndexedUnit): boolean {
  const words = phrase.split(' ').filter((word) => !/^(?:of|the|and|de|van|von|der)$/.test(word));
  const known = unit.words;
  return known.some((_, at) => {
    const window = known.slice(at, at + words.length + 2);
    return window[0] === words[0] && words.every((word) => window.includes(word));
  });
}
