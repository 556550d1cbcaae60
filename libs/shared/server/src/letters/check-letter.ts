import type { LetterCheck, SentenceProvenance } from '@coverwright/contracts';
import type { Evidence } from './evidence.ts';
import { findJobTerms } from './job-terms.ts';
import { findNumbers } from './numbers.ts';
import { addressesAMachine } from './addresses-a-machine.ts';
import { countWords, type LetterParts } from './split-letter.ts';
import type { SentenceVerdict } from './verify-sentence.ts';
import { stemSet, tokenize } from './words.ts';

export type JudgedSentence = Pick<SentenceProvenance, 'paragraph' | 'sentence' | 'text'> & { verdict: SentenceVerdict };

const placeholder =
  /\[[^\]\n]{2,60}\](?!\()|\{\{[^}]*\}\}|<[A-Za-z][^>\n]{1,40}>|\b(?:XXX+|TBD|lorem ipsum|your name here|company name here)\b|\b_{3,}/i;
const markup = /^#{1,6}\s|\*\*|```|<\/?(?:think|p|br|div)\b|^\s*[-*]\s|\b(?:R|E|K|P|N|J)\d{1,2}\]/m;
const preamble = /^(?:here(?:'|’)?s?\b|sure\b|certainly\b|of course\b|below is\b|as an ai\b|i hope this (?:letter|helps))/i;
const nextStep =
  /\b(?:look forward|welcome (?:the|a) (?:chance|opportunity|conversation)|(?:glad|happy|pleased|like) to (?:talk|meet|discuss|speak|tell|show|hear|explain)|discuss|interview|meet (?:you|with)|conversation|talk (?:to|with) you|hear(?:ing)? from you)\b/i;
const cliches =
  /\b(?:passionate about|team player|think outside the box|hit the ground running|go-getter|results[- ]driven|perfect fit|dream (?:job|company)|proven track record|fast[- ]paced|self[- ]starter|synerg\w+|thrilled|honou?red to|to whom it may concern|wealth of experience|leverage my)\b/gi;

const check = (name: string, passed: boolean, detail: string, hard = false): LetterCheck => ({ name, passed, detail, hard });

function longestCopy(body: string, posting: string): number {
  const words = (text: string): string[] => tokenize(text).map((token) => token.text.toLowerCase());
  const haystack = ` ${words(posting).join(' ')} `;
  const letter = words(body);
  let longest = 0;
  for (let from = 0; from + longest < letter.length; from += 1) {
    while (from + longest < letter.length && haystack.includes(` ${letter.slice(from, from + longest + 1).join(' ')} `)) longest += 1;
  }
  return longest;
}

function checkFacts(judged: JudgedSentence[], evidence: Evidence): LetterCheck[] {
  const from = (kind: string): JudgedSentence[] => judged.filter(({ verdict }) => verdict.sources.some((source) => source.kind === kind));
  const resume = from('resume');
  const company = from('note').length;
  const hasNumbers = evidence.units.some((unit) => unit.kind === 'resume' && findNumbers(unit.text).length > 0);
  const usesNumber = resume.some(({ text }) => findNumbers(text).length > 0);
  const known = Math.min(2, evidence.units.filter((unit) => unit.kind === 'resume' || unit.kind === 'education').length);
  const quotes = evidence.units.filter((unit) => unit.kind === 'note' && !unit.spare).length;
  const wanted = quotes === 0 ? 0 : quotes < 4 ? 1 : 2;
  const unsupported = judged.filter(({ verdict }) => verdict.status === 'unsupported');
  const missing = unsupported.map(({ text, verdict }) => `“${text}”: ${verdict.reasons.join('; ')}`);
  return [
    check(
      'resume_facts',
      resume.length >= known && (usesNumber || !hasNumbers),
      `${resume.length} sentences rest on the resume${hasNumbers ? (usesNumber ? ', a number among them' : ', none with a number') : ''}`,
    ),
    check(
      'company_facts',
      company >= wanted,
      quotes === 0 ? 'there are no research notes to draw on' : `${company} sentences rest on research notes`,
    ),
    check('every_fact_grounded', unsupported.length === 0, missing.join(' · ') || 'every factual sentence has a source', true),
  ];
}

function checkTerms(judged: JudgedSentence[], body: string, evidence: Evidence): LetterCheck[] {
  const terms = findJobTerms(evidence);
  const used = stemSet(body);
  const supported = terms.filter((term) => term.inResume);
  const named = supported.filter((term) => used.has(term.stem));
  const lacking = new Set(terms.filter((term) => !term.inResume).map((term) => term.stem));
  const claimed = judged
    .filter(({ verdict }) => verdict.status === 'unsupported')
    .flatMap(({ verdict }) => verdict.anchors.filter((anchor) => anchor.side === 'person').map((anchor) => anchor.text))
    .filter((text) => [...stemSet(text)].some((stem) => lacking.has(stem)));
  const posting = evidence.units.filter((unit) => unit.kind === 'job' && unit.id !== 'J0').map((unit) => unit.text);
  const copied = longestCopy(body, posting.join('\n'));
  return [
    check(
      'job_terms',
      named.length >= supported.length * 0.4,
      `${named.length} of ${supported.length} terms that posting and resume share: ${named.map((term) => term.text).join(', ') || 'none'}`,
    ),
    check(
      'no_unsupported_terms',
      claimed.length === 0,
      claimed.length ? `claimed without support in the resume: ${claimed.join(', ')}` : 'no skill is claimed that the resume lacks',
      true,
    ),
    check('no_copy_of_posting', copied <= 12, `longest run shared with the posting: ${copied} words`),
  ];
}

function checkStyle(judged: JudgedSentence[], body: string): LetterCheck[] {
  const count = Math.max(1, judged.length);
  const mean = countWords(body) / count;
  const withI = judged.filter(({ text }) => /^I\b/.test(text)).length;
  const found = body.match(cliches) ?? [];
  return [
    check('sentence_length', mean >= 12 && mean <= 24, `${mean.toFixed(1)} words a sentence`),
    check('sentence_starts', withI <= count / 2, `${withI} of ${judged.length} sentences start with “I”`),
    check('no_cliches', found.length <= 1, found.length ? found.join(', ') : 'none found'),
  ];
}

/** The checks of a letter, in the order a person would want to read them; `hard` ones must hold before a letter of ours is delivered. */
export function checkLetter(parts: LetterParts, judged: JudgedSentence[], evidence: Evidence): LetterCheck[] {
  const body = parts.paragraphs.join('\n\n');
  const words = countWords(body);
  const first = parts.paragraphs[0] ?? '';
  const namesBoth = first.includes(evidence.company) && first.includes(evidence.jobTitle);
  const leftover =
    placeholder.exec(body)?.[0] ??
    markup.exec(body)?.[0] ??
    preamble.exec(body)?.[0] ??
    (addressesAMachine(body) ? 'text that addresses a machine' : null);
  const frame = parts.salutations.length === 1 && parts.signOffs.length === 1;
  const hasNext = nextStep.test(parts.paragraphs.at(-1) ?? '');
  return [
    check('word_count', words >= 180 && words <= 400, `${words} words; 180 to 400 read best`),
    check(
      'paragraph_count',
      parts.paragraphs.length >= 3 && parts.paragraphs.length <= 6,
      `${parts.paragraphs.length} paragraphs; 3 to 6 read best`,
    ),
    check(
      'names_company_and_title',
      namesBoth,
      namesBoth ? 'title and company stand in the first paragraph' : 'the first paragraph lacks the title or the company as stored',
    ),
    ...checkFacts(judged, evidence),
    check('no_placeholders', leftover === null, leftover === null ? 'no placeholder, markup or preamble' : `found: ${leftover}`, true),
    check(
      'one_salutation_and_sign_off',
      frame && hasNext,
      frame
        ? hasNext
          ? 'one salutation, one sign-off, a next step'
          : 'no next step in the last paragraph'
        : `${parts.salutations.length} salutations, ${parts.signOffs.length} sign-offs`,
      true,
    ),
    ...checkTerms(judged, body, evidence),
    ...checkStyle(judged, body),
  ];
}
