import type { LetterCheck } from '@coverwright/contracts';
import { countWords, verifyLetter, type EvidenceUnit } from '@coverwright/server';
import { assembleLetter } from '../assemble/assemble-letter.ts';
import { shortenLetter } from '../assemble/fit-letter.ts';
import type { Judge } from '../judge-sentence.ts';
import { textsOf, type Material, type Paragraph } from '../material.ts';
import { fixedPlan, type PlanSize } from '../plan/fixed-plan.ts';
import { isShort } from '../select/read-wishes.ts';
import { newDesk, say, type Desk } from './desk.ts';
import { phrases } from './phrases.ts';
import { writeParagraph } from './write-paragraph.ts';

/** Letters written to choose from, and wordings among them. */
const candidates = 6;
const finalists = 3;
const variants = 3;
/** Opening, closing and what connects. */
const frameWords = 95;
/** A letter shorter than this looks unfinished, unless that was asked for; what helps then is a question, not padding. */
const leastWords = 180;
const shortParagraph = 18;

const wordsOf = (paragraphs: Paragraph[]): number => countWords(textsOf(paragraphs).join(' '));

/** A paragraph of one short sentence is no paragraph: it goes to the one before. */
function joinShort(paragraphs: Paragraph[]): Paragraph[] {
  return paragraphs
    .filter(({ sentences }) => sentences.length > 0)
    .reduce<Paragraph[]>((done, next) => {
      const last = done.at(-1);
      const fits = last && done.length > 1 && next.part === 'background' && last.part === 'work' && wordsOf([next]) < shortParagraph;
      return fits ? [...done.slice(0, -1), { ...last, sentences: [...last.sentences, ...next.sentences] }] : [...done, next];
    }, []);
}

const isFiller = (text: string): boolean =>
  [...phrases.ask, ...phrases.askMore, ...phrases.open, ...phrases.promise, ...phrases.little].includes(text);

/** What can be said in addition when there is little: that it is little, what the person would bring, what the person would ask. */
function fillUp(paragraphs: Paragraph[], desk: Desk): Paragraph[] {
  const { selection, wishes } = desk.material;
  const least = Math.min(leastWords, wishes.words.min);
  const isThin = selection.resume.length < 2;
  const own = isThin ? [phrases.little, phrases.promise, phrases.promise] : [];
  const others = selection.notes.length ? [phrases.ask, phrases.askMore, phrases.open] : [phrases.askMore];
  let filled = paragraphs;
  const add = (options: readonly [string, ...string[]], at: number, fromEnd = 0): void => {
    if (wordsOf(filled) >= least) return;
    const more = say(desk, [], desk.choose(`more ${at}`, options));
    filled = filled.map((paragraph, index) => {
      const split = paragraph.sentences.length - fromEnd;
      return index === at
        ? { ...paragraph, sentences: [...paragraph.sentences.slice(0, split), ...more, ...paragraph.sentences.slice(split)] }
        : paragraph;
    });
  };
  const atWork = filled.findLastIndex(({ part }) => part === 'work' || part === 'opening');
  const atCompany = filled.findLastIndex(({ part }) => part === 'company');
  for (const options of own) add(options, Math.max(0, atWork));
  for (const options of others) add(options, atCompany >= 0 ? atCompany : Math.max(0, filled.length - 2));
  add(phrases.reach, filled.length - 1, 1);
  return filled;
}

function write(material: Material, size: PlanSize, variant: number, judge: Judge): Paragraph[] {
  const desk = newDesk(material, judge, variant);
  const written = fixedPlan(material, size).map((planned) => writeParagraph(planned, desk));
  // The opening leads to the work; when nothing of that can be said, it has to lead somewhere else.
  const isBroken = size.bullets > 0 && !written.some(({ part, sentences }) => part === 'work' && sentences.length > 0);
  if (isBroken) return write({ ...material, selection: { ...material.selection, resume: [] } }, { ...size, bullets: 0 }, variant, judge);
  return fillUp(joinShort(written), desk);
}

/** A letter that tells a few things is read; one that tells them all is a second resume. */
const mostBullets = ({ wishes, selection }: Material): number => {
  const all = selection.resume.length;
  if (wishes.words.max >= 300) return all;
  return isShort(wishes) ? Math.min(3, all) : Math.max(Math.min(3, all), Math.min(5, Math.ceil(all * 0.7)));
};

/** The sizes that come closest to the length asked for, by an estimate; a letter balances what the person did with what was read. */
function sizes(material: Material): { size: PlanSize; words: number }[] {
  const { selection, wishes } = material;
  const { notes, education, skills } = selection;
  const resume = selection.resume.slice(0, mostBullets(material));
  const length = (units: EvidenceUnit[], more: number): number =>
    units.reduce((sum, unit) => sum + Math.min(28, countWords(unit.text)) + more, 0);
  const fixed = frameWords + length(education.slice(0, 1), 4) + (skills.length ? 14 : 0);
  const aim = (wishes.words.min + wishes.words.max) / 2;
  const all: { size: PlanSize; words: number; miss: number }[] = [];
  for (let quotes = Math.min(1, notes.length); quotes <= notes.length; quotes += 1) {
    for (let bullets = Math.min(2, resume.length); bullets <= resume.length; bullets += 1) {
      const words = fixed + length(resume.slice(0, bullets), 6) + length(notes.slice(0, quotes), 6);
      all.push({ size: { bullets, quotes }, words, miss: Math.abs(words - aim) + Math.abs(bullets - 1.5 * quotes) * 5 });
    }
  }
  return all.sort((a, b) => a.miss - b.miss).slice(0, candidates);
}

function failures(paragraphs: Paragraph[], { evidence, style }: Material): number {
  const { checks } = verifyLetter(assembleLetter(textsOf(paragraphs), evidence, style), evidence);
  const cost = (check: LetterCheck): number => (check.passed ? 0 : check.hard ? 100 : 1);
  return checks.reduce((sum, check) => sum + cost(check), 0);
}

/**
 * Writes the body without a model: the resume's and the sources' own words in whole sentences. Several sizes and wordings are tried, and
 * the one that passes most checks at the length asked for is taken. The same material gives the same letter.
 */
export function composeOffline(material: Material, judge: Judge): Paragraph[] {
  const { min, max } = material.wishes.words;
  const aim = (min + max) / 2;
  const tried = sizes(material).map(({ size, words }, index) => {
    const paragraphs = write(material, size, index % variants, judge);
    const fillers = paragraphs.flatMap(({ sentences }) => sentences).filter(({ text }) => isFiller(text)).length;
    const isWasteful = size.bullets < Math.min(material.selection.resume.length, mostBullets(material));
    return { paragraphs, miss: Math.abs(wordsOf(paragraphs) - aim) + Math.abs(words - aim) / 10 + (isWasteful ? fillers * 40 : 0) };
  });
  const judged = tried
    .sort((a, b) => a.miss - b.miss)
    .slice(0, finalists)
    .map((one) => ({ ...one, failures: failures(one.paragraphs, material) }));
  const best = judged.sort((a, b) => a.failures - b.failures || a.miss - b.miss)[0]?.paragraphs ?? [];
  return shortenLetter(best, material);
}
