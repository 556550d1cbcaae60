import { contentStems } from '@coverwright/server';
import { isForeign } from '../language.ts';
import type { Material } from '../material.ts';
import { instructionLines } from '../prompts/prompts.ts';

const refusal =
  /\b(?:I(?:['’]m| am) (?:sorry|unable|not able)|I (?:cannot|can['’]t|won['’]t) (?:help|assist|write|comply|fulfil|provide|do|generate)|as an? (?:AI|language model))\b/i;
const aside =
  /^(?:here(?:['’]s| is| are)\b|sure\b|certainly\b|of course\b|below is\b|note:|paragraph \d)|\b(?:line|lines|pieces?) of evidence\b|\bevidence (?:line|provided|above)\b|\b(?:the|this) prompt\b|\bas (?:requested|instructed)\b|\bword count\b|\b[REKPNJ]\d{1,2}\b(?=[\s,.;)]|$)/i;
const named = /[REKPNJ]\d{1,2}/;
const worn =
  /\b(?:passionate about|team player|think outside the box|hit the ground running|go-getter|results[- ]driven|perfect fit|dream (?:job|company)|proven track record|self[- ]starter|synerg\w+|thrilled|honou?red to|to whom it may concern|wealth of experience|leverage my)\b/i;
const link = /\bhttps?:\/\/|\bwww\.|[\w.+-]+@[\w-]+\.[\w.]+|\b[\w-]{2,}\.(?:com|org|net|io|example|de|co\.uk)\b/i;
const ending = /[.!?…]["”’')]*$/;
const longestSentence = 60;
/** Words in a row that two texts share when one was copied. */
const echoRun = 8;
const copyRun = 12;

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? [];

export function sharesRun(sentence: string, other: string, length: number): boolean {
  const words = wordsOf(sentence);
  const haystack = ` ${wordsOf(other).join(' ')} `;
  return words.some((_, at) => at + length <= words.length && haystack.includes(` ${words.slice(at, at + length).join(' ')} `));
}

/** What a sentence is for telling whether another one says it again. */
export const sayingOf = (sentence: string): string => contentStems(sentence).sort().join(' ') || wordsOf(sentence).join(' ');

export interface FormContext {
  material: Material;
  /** Sayings of the sentences before. */
  said: ReadonlySet<string>;
}

type Rule = [why: string, applies: (sentence: string, context: FormContext) => boolean];

const postingOf = ({ evidence }: Material): string =>
  evidence.units
    .filter((unit) => unit.kind === 'job' && unit.id !== 'J0')
    .map(({ text }) => text)
    .join('\n');

/** In the order in which they tell most about what went wrong. */
const rules: Rule[] = [
  ['the model declined to write', (sentence) => refusal.test(sentence)],
  [
    'the answer repeated the prompt',
    (sentence) => instructionLines.some((line) => sharesRun(line, sentence, echoRun)) || /^\||<<|>>/.test(sentence),
  ],
  ['the answer was not in English', (sentence) => isForeign(sentence)],
  ['the answer was data, not prose', (sentence) => /^[[{]|[{}]|":\s|^"[^"]+",?$/.test(sentence)],
  [
    'the answer spoke about the letter instead of writing it',
    (sentence, { material }) => aside.test(sentence) && !isOwnWord(sentence, material),
  ],
  [
    'it has an address that is in no evidence',
    (sentence, { material }) =>
      link.test(sentence) && !material.evidence.units.some(({ text }) => text.includes(link.exec(sentence)?.[0] ?? '\u0000')),
  ],
  ['the answer was a list', (sentence) => !ending.test(sentence) || wordsOf(sentence).length < 3],
  ['the answer repeated itself', (sentence, { said }) => said.has(sayingOf(sentence))],
  ['the answer spoke of the applicant as of somebody else', (sentence, { material }) => speaksOfOther(sentence, material)],
  ['the answer copied the posting', (sentence, { material }) => sharesRun(sentence, postingOf(material), copyRun)],
  ['a sentence was too long', (sentence) => wordsOf(sentence).length > longestSentence],
  ['a worn phrase', (sentence) => worn.test(sentence)],
];

/** `R2` may be the name of a thing in the resume. */
function isOwnWord(sentence: string, { evidence }: Material): boolean {
  const id = named.exec(sentence)?.[0];
  return (
    id !== undefined && !aside.test(sentence.replaceAll(id, '')) && evidence.units.some(({ text }) => new RegExp(`\\b${id}\\b`).test(text))
  );
}

function speaksOfOther(sentence: string, { evidence }: Material): boolean {
  const name = evidence.profile.name?.split(' ').filter((part) => part.length > 2) ?? [];
  const isMine = /\b(?:I|my|me)\b/i.test(sentence);
  if (/\b(?:the (?:applicant|candidate))\b/i.test(sentence)) return true;
  if (
    !isMine &&
    /^(?:she|he|they|his|her|their)\b|\b(?:his|her|their) (?:work|tools?|skills?|experience|education|career|background|resume)\b/i.test(
      sentence,
    )
  )
    return true;
  const names = name.some((part) => new RegExp(`(?<!\\p{L})${part}(?!\\p{L})`, 'u').test(sentence));
  return names && !isMine && !evidence.company.includes(name[0] ?? '\u0000');
}

/** Why a sentence cannot stand in a letter whatever it says, or null when it can. */
export const checkForm = (sentence: string, context: FormContext): string | null =>
  rules.find(([, applies]) => applies(sentence, context))?.[0] ?? null;
