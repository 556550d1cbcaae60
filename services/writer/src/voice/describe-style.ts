import { countWords, splitSentences } from '@coverwright/server';

/** How a person writes, without anything of what they wrote. */
export interface Style {
  /** Mean length of a sentence, in words. */
  sentenceWords: number | null;
  contractions: boolean;
  formality: 'formal' | 'neutral' | 'casual';
  greeting: 'Dear' | 'Hello' | 'Hi' | null;
  signOff: string | null;
  /** How the first sentence begins: with the application, with a story or fact, or with a question. */
  opening: 'application' | 'story' | 'question' | null;
  /** Share of sentences that start with “I”. */
  startsWithI: number | null;
}

export const noStyle: Style = {
  sentenceWords: null,
  contractions: false,
  formality: 'neutral',
  greeting: null,
  signOff: null,
  opening: null,
  startsWithI: null,
};

const leastWords = 40;
const greeting = /^(dear|hello|hi)\b[^.!?\n]{0,80}[,:]?\s*$/gim;
const signOffs: [RegExp, string][] = [
  [/^yours faithfully\b/im, 'Yours faithfully'],
  [/^yours sincerely\b/im, 'Yours sincerely'],
  [/^yours truly\b/im, 'Yours truly'],
  [/^sincerely\b/im, 'Sincerely'],
  [/^respectfully\b/im, 'Respectfully'],
  [/^(?:with )?kind regards\b/im, 'Kind regards'],
  [/^(?:with )?best regards\b/im, 'Best regards'],
  [/^warm(?:est)? regards\b/im, 'Warm regards'],
  [/^regards\b/im, 'Regards'],
  [/^(?:with )?best wishes\b/im, 'Best wishes'],
  [/^many thanks\b/im, 'Many thanks'],
  [/^cheers\b/im, 'Cheers'],
];
const contraction =
  /\b(?:I['’](?:m|ve|d|ll)|(?:do|does|did|is|are|was|were|has|have|had|would|could|can|wo|should)n['’]t|(?:it|that|there|what|you|we|they)['’](?:s|re|ve|ll|d))\b/gi;
const formalWords =
  /\b(?:herewith|hereby|enclosed|furthermore|moreover|therefore|consequently|I am writing (?:to|in)|would be grateful|at your (?:earliest )?convenience|should you|please find|esteemed|faithfully|sincerely|respectfully|with reference to|regarding)\b/gi;
const casualWords = /\b(?:hi|hey|cheers|really|pretty|stuff|a bit|loads of|kind of|to be honest|love|great fun|thanks|guys|gonna)\b|!/gi;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** The running text of the letters: no addresses, dates, greetings, sign-offs or names. */
function bodyOf(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.replace(greeting, '').replace(/\s+/g, ' ').trim())
    .filter((block) => block.split(' ').length >= 8 && /[.!?]["”’]?$/.test(block) && !/^#/.test(block));
}

function openingOf(first: string): Style['opening'] {
  if (first === '') return null;
  if (/\?$/.test(first)) return 'question';
  return /\b(?:apply|applying|application|writing|considered|interest in the)\b/i.test(first) ? 'application' : 'story';
}

function formalityOf(body: string, contractions: number, sentences: number): Style['formality'] {
  const formal = count(body, formalWords) * 2;
  const casual = count(body, casualWords) + contractions;
  if (formal > casual) return 'formal';
  return casual >= Math.max(2, sentences * 0.2) ? 'casual' : 'neutral';
}

/** Reads the manner of writing from earlier letters. What they say is left behind: it is no evidence. */
export function describeStyle(text: string | null): Style {
  if (text === null) return noStyle;
  const paragraphs = bodyOf(text.replace(/\r\n?/g, '\n'));
  const body = paragraphs.join('\n');
  const sentences = paragraphs.flatMap(splitSentences);
  if (countWords(body) < leastWords) return noStyle;
  const contractions = count(body, contraction);
  const greeted = [...text.matchAll(greeting)][0]?.[1]?.toLowerCase();
  return {
    sentenceWords: Math.round(countWords(body) / sentences.length),
    contractions: contractions >= Math.max(1, sentences.length * 0.1),
    formality: formalityOf(`${text}`, contractions, sentences.length),
    greeting: greeted === 'hello' ? 'Hello' : greeted === 'hi' ? 'Hi' : greeted === 'dear' ? 'Dear' : null,
    signOff: signOffs.find(([pattern]) => pattern.test(text))?.[1] ?? null,
    opening: openingOf(sentences[0] ?? ''),
    startsWithI: sentences.filter((sentence) => /^I\b/.test(sentence)).length / sentences.length,
  };
}
