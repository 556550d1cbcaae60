import type { Unsure } from '../parse-command.ts';
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
  rules: Pick<Unsure, 'suggestion' | 'url' | 'revision'>,
  opinion: Opinion | null,
): Offer {
  const agrees = opinion?.kind === 'run' && opinion.action === 'write_only' && rules.revision !== undefined;
  if (opinion?.kind !== 'run' || agrees) return { more: '', suggestions: [...offered] };
  const sentence = sayAction(opinion.action, opinion.url ?? rules.url);
  const isNew = !offered.includes(sentence);
  return {
    more: isNew ? ` Or, if that is what you meant: “${sentence}”.` : '',
    // Of several that the rules cannot choose between, the model's comes first.
    suggestions:
      rules.suggestion === null ? [sentence, ...offered.filter((other) => other !== sentence)] : [...new Set([...offered, sentence])],
  };
}
