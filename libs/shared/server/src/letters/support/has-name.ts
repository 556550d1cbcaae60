import type { IndexedUnit } from '../index-evidence.ts';
import { remember } from '../remember.ts';
import { stem } from '../stem.ts';
import { classesOf } from '../vocabulary/synonyms.ts';
import { hasSense } from '../word-bag.ts';
import { phraseForm } from '../words.ts';

interface NameForms {
  /** As phrases with a space at each end. */
  phrases: string[];
  /** Words that carry the name. */
  words: string[];
  stem: string;
  isOneWord: boolean;
  /** A capital does not make a name of an ordinary word that has synonyms: `my Bachelor`, `your Blog`. */
  isCommonNoun: boolean;
}

const formsOf = remember((text: string): NameForms => {
  const phrase = phraseForm(text).trim();
  const forms = [
    phrase,
    phrase.replace(/[/-]/g, ' '),
    phrase.replace(/(?<=[\p{L}]{2})s$/u, ''),
    `${phrase}s`,
    phrase.replace(/ & /g, ' and '),
  ];
  return {
    phrases: [...new Set(forms)].map((form) => ` ${form} `),
    words: phrase.split(' ').filter((word) => !/^(?:of|the|and|de|van|von|der)$/.test(word)),
    stem: stem(text),
    isOneWord: !phrase.includes(' '),
    isCommonNoun: /\p{Ll}/u.test(text.slice(1)) && !/[\p{Lu}\d]/u.test(text.slice(1)) && classesOf(stem(text)).length > 0,
  };
});

/** Whether a unit has a name or a term: as a phrase, in the singular or plural, or its words close together. */
export function hasName(text: string, unit: IndexedUnit): boolean {
  const name = formsOf(text);
  if (name.phrases.some((form) => unit.phrases.includes(form))) return true;
  if (!name.isOneWord) return hasNameInParts(name.words, unit);
  return unit.bag.stems.has(name.stem) || (name.isCommonNoun && hasSense(unit.bag, name.stem));
}

/** `Registered Nurse Adult` of `Registered Nurse (Adult)`; `University of Leeds` needs all its words close together. */
function hasNameInParts(words: string[], { words: known }: IndexedUnit): boolean {
  const [first = ''] = words;
  for (let at = known.indexOf(first); at >= 0; at = known.indexOf(first, at + 1)) {
    const window = known.slice(at, at + words.length + 2);
    if (words.every((word) => window.includes(word))) return true;
  }
  return false;
}
