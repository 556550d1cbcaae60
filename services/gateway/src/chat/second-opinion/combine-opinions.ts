import type { Action } from '@coverwright/contracts';
import { sayAction } from '../phrases.ts';
import type { Opinion } from './read-opinion.ts';

export interface Offer {
  /** What there is to add to what was said already. */
  more: string;
  suggestions: string[];
}

/** What is offered once a model was asked too: where it takes the message for something else than the rules do, the person has both. */
export function combineOpinions(
  offered: readonly string[],
  rules: { suggestion: Action | null; url: string | null },
  opinion: Opinion | null,
): Offer {
  if (opinion?.kind !== 'run') return { more: '', suggestions: [...offered] };
  const sentence = sayAction(opinion.action, opinion.url ?? rules.url);
  const isNew = !offered.includes(sentence);
  return {
    more: isNew ? ` Or, if that is what you meant: “${sentence}”.` : '',
    // Of several that the rules cannot choose between, the model's comes first.
    suggestions:
      rules.suggestion === null ? [sentence, ...offered.filter((other) => other !== sentence)] : [...new Set([...offered, sentence])],
  };
}
