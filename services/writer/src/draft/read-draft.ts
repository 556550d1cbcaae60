import { splitSentences } from '@coverwright/server';
import type { Judge } from '../judge-sentence.ts';
import type { Material, Sentence } from '../material.ts';
import { isShort } from '../select/read-wishes.ts';
import { checkForm, sayingOf } from './check-form.ts';
import { cleanDraft } from './clean-draft.ts';

/** A sentence of a draft: kept, or why not. Only what the evidence does not carry can be put right by asking again. */
export interface ReadSentence extends Sentence {
  fault: string | null;
  canBeRepaired: boolean;
}

/** In words. What begins after this is left out. */
const longestParagraph = { usual: 150, short: 50 };

/** Prose that came wrapped in JSON. */
function unwrap(text: string): string {
  if (!/^\s*[[{]/.test(text)) return text;
  const strings = [...text.matchAll(/"((?:[^"\\]|\\.){40,})"/g)].map((match) =>
    (match[1] ?? '').replace(/\\n/g, '\n').replace(/\\(.)/g, '$1'),
  );
  return strings.length ? strings.join('\n\n') : text;
}

/** Cleans an answer and reads it sentence by sentence. `said` holds the sayings of the paragraphs before; the last sentence of a cut answer is a half one. */
export function readDraft(raw: string, material: Material, judge: Judge, said: ReadonlySet<string>, isCut = false): ReadSentence[] {
  const text = cleanDraft(unwrap(cleanDraft(raw)));
  const sentences = text
    .split(/\n+/)
    .flatMap(splitSentences)
    .slice(0, isCut ? -1 : undefined);
  const longest = isShort(material.wishes) ? longestParagraph.short : longestParagraph.usual;
  const known = new Set(said);
  const read: ReadSentence[] = [];
  let words = 0;
  for (const sentence of sentences) {
    if (words > longest) break;
    const form = checkForm(sentence, { material, said: known });
    const { ok, reasons, units } = judge(sentence);
    const fault = form ?? (ok ? null : reasons.join('; '));
    read.push({ text: sentence, units, fault, canBeRepaired: form === null && !ok });
    if (fault !== null) continue;
    known.add(sayingOf(sentence));
    words += sentence.split(' ').length;
  }
  return read;
}
