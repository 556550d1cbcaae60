import { countWords } from '@coverwright/server';
import { textsOf, type Material, type Paragraph, type PlannedParagraph, type Sentence } from '../material.ts';
import type { Desk } from '../offline/desk.ts';
import { writeParagraph } from '../offline/write-paragraph.ts';
import { isShort } from '../select/read-wishes.ts';

/** More words than this are not read. */
const most = 400;
const closingWords = 25;
const mostParagraphs = 6;
const leastSentences = 2;
/** Words by which a letter may get shorter than asked for rather than say half of everything. */
const lump = 15;

const wordsIn = (paragraphs: Paragraph[]): number => countWords(textsOf(paragraphs).join(' '));
const unitsIn = (paragraphs: Paragraph[]): Set<string> =>
  new Set(paragraphs.flatMap(({ sentences }) => sentences.flatMap(({ units }) => units)));

/** Pinned notes always come along, and a letter with notes says something about the company. */
function missingNotes(paragraphs: Paragraph[], { selection }: Material): PlannedParagraph[] {
  const said = unitsIn(paragraphs);
  const pinned = selection.notes.filter((unit) => unit.note?.pinned && !said.has(unit.id));
  const isSilent = !selection.notes.some((unit) => said.has(unit.id));
  const units = pinned.length > 0 ? pinned : isSilent ? selection.notes.slice(0, 2) : [];
  return units.length ? [{ part: 'company', units }] : [];
}

/** Evidence that a short draft has not used, and what can be asked when there is none. */
function moreToSay(paragraphs: Paragraph[], { selection }: Material): PlannedParagraph[] {
  const said = unitsIn(paragraphs);
  const has = (part: Paragraph['part']): boolean => paragraphs.some((paragraph) => paragraph.part === part);
  const fresh = selection.resume.filter((unit) => !said.has(unit.id)).slice(0, 3);
  const background = [...selection.education.slice(0, 2), ...selection.skills].filter((unit) => !said.has(unit.id));
  return [
    ...(fresh.length ? [{ part: 'work' as const, units: fresh }] : []),
    ...(background.length && !has('background') ? [{ part: 'background' as const, units: background }] : []),
    ...(has('company') ? [] : [{ part: 'company' as const, units: [] }]),
  ];
}

/**
 * What a drafted body, closing not counted, needs to become a letter: the company, and enough words. It is the offline text for evidence
 * that the draft has not used.
 */
export function completeBody(body: Paragraph[], material: Material, desk: Desk): Paragraph[] {
  const added: Paragraph[] = [];
  const all = (): Paragraph[] => [...body, ...added];
  const put = (planned: PlannedParagraph): void => {
    const paragraph = writeParagraph(planned, desk);
    if (paragraph.sentences.length > 0) added.push(paragraph);
  };
  for (const planned of missingNotes(body, material)) put(planned);
  for (const planned of moreToSay(all(), material)) {
    if (wordsIn(all()) < material.wishes.words.min - closingWords && all().length < mostParagraphs - 1) put(planned);
  }
  return added;
}

/** The sentence that a paragraph loses least by: the last one that says nothing of its own, else the last one. What a pinned note says stays. */
function leastNeeded({ sentences }: Paragraph, pinned: ReadonlySet<string>): Sentence | undefined {
  if (sentences.length <= leastSentences) return undefined;
  const free = sentences.filter(({ units }) => !units.some((id) => pinned.has(id)));
  return free.slice(1).findLast(({ units }) => units.length === 0) ?? free.at(-1);
}

/** The paragraph that a letter can go without: education first, then the posts after the first one. */
function spare(paragraphs: Paragraph[]): Paragraph | undefined {
  const later = paragraphs.filter(({ part }) => part === 'work').slice(1);
  return paragraphs.find(({ part }) => part === 'background') ?? later.at(-1);
}

/** Takes out what is needed least until the letter has no more words than are read, or were asked for. */
export function shortenLetter(paragraphs: Paragraph[], { wishes, selection }: Pick<Material, 'wishes' | 'selection'>): Paragraph[] {
  const room = isShort(wishes) ? wishes.words.max : most;
  const pinned = new Set(selection.notes.filter(({ note }) => note?.pinned).map(({ id }) => id));
  let left = paragraphs;
  while (wordsIn(left) > room) {
    const middle = left.slice(1, -1);
    const [longest] = middle.filter((one) => leastNeeded(one, pinned)).sort((a, b) => wordsIn([b]) - wordsIn([a]));
    const out = spare(middle);
    if (out && (!longest || wordsIn([out]) <= wordsIn(left) - room + lump)) left = left.filter((paragraph) => paragraph !== out);
    else if (longest) {
      const gone = leastNeeded(longest, pinned);
      left = left.map((one) => (one === longest ? { ...one, sentences: one.sentences.filter((sentence) => sentence !== gone) } : one));
    } else break;
  }
  return left;
}
