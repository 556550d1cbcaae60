import type { Style } from './describe-style.ts';

/** The manner of writing as an instruction to a model. Nothing of the old letters' text gets there. */
export function sayStyle(style: Style): string {
  const parts: string[] = [];
  if (style.sentenceWords !== null) {
    const kind = style.sentenceWords <= 13 ? 'short' : style.sentenceWords >= 21 ? 'long' : 'middling';
    parts.push(`${kind} sentences of about ${style.sentenceWords} words`);
    parts.push(style.contractions ? 'contractions such as I’m and I’ve' : 'no contractions');
    parts.push({ formal: 'formal words', neutral: 'plain words', casual: 'easy, spoken words' }[style.formality]);
  }
  if (style.startsWithI !== null && style.startsWithI < 0.3) parts.push('few sentences that start with “I”');
  return parts.join('; ') || 'plain words, sentences of 12 to 22 words';
}

const contractable: [RegExp, string][] = [
  [/\bI am\b(?!\s*[,.;])/g, 'I’m'],
  [/\bI would\b/g, 'I’d'],
  [/\bI will\b/g, 'I’ll'],
  [/\bI have (?=been|kept|read|worked|tried|seen|had|always|also|not)/g, 'I’ve '],
  [/\b([Tt])hat is\b/g, '$1hat’s'],
  [/\b([Ii])t is\b/g, '$1t’s'],
  [/\bdo not\b/g, 'don’t'],
];

/** Contracts where the person would; quotations are left as they are. */
export function contract(sentence: string, style: Style): string {
  if (!style.contractions || /[“”"]/.test(sentence)) return sentence;
  return contractable.reduce((text, [full, short]) => text.replace(full, short), sentence);
}
