import { collectEvidence, isResumeUnit } from '@coverwright/server';
import { languageOf } from './language.ts';
import type { LetterRequest } from './letter-request.ts';
import type { Material } from './material.ts';
import { seedOf } from './offline/pick.ts';
import { findNames } from './select/find-names.ts';
import { readWishes } from './select/read-wishes.ts';
import { selectEvidence } from './select/select-evidence.ts';
import { findSharedPhrases } from './select/shared-phrases.ts';
import { describeStyle } from './voice/describe-style.ts';

/** Works out what a letter is written from: evidence, wishes, manner, selection. Pure; the same request gives the same material. */
export function gatherMaterial(request: LetterRequest): Material {
  const evidence = collectEvidence(request);
  const style = describeStyle(request.pastLetters);
  const wishes = readWishes(request, style);
  const language = languageOf(
    evidence.units
      .filter(isResumeUnit)
      .map(({ text }) => text)
      .join('\n'),
  );
  const { id } = request.application;
  // Other words are asked for by the feedback itself, so that the same feedback gives the same letter.
  const seed = seedOf([id, evidence.company, evidence.jobTitle, ...(wishes.reworded ? [request.feedback] : [])].join(':'));
  return {
    request,
    evidence,
    style,
    wishes,
    selection: selectEvidence(evidence, wishes, seed),
    shared: findSharedPhrases(evidence),
    names: findNames(evidence),
    foreign: language === 'English' ? null : language,
    seed,
  };
}
