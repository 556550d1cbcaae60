import { countWords } from '@coverwright/server';
import { textsOf, type Material, type Paragraph, type PlannedParagraph } from '../material.ts';
import type { Desk } from '../offline/desk.ts';
import { writeParagraph } from '../offline/write-paragraph.ts';

const words = { least: 180, most: 400 };
const closingWords = 25;
const mostParagraphs = 6;
const leastSentences = 2;

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
    if (wordsIn(all()) < words.least - closingWords && all().length < mostParagraphs - 1) put(planned);
  }
  return added;
}

/** Takes sentences from the ends of the longest paragraphs in the middle. */
export function shortenLetter(paragraphs: Paragraph[]): Paragraph[] {
  let left = paragraphs;
  while (wordsIn(left) > words.most) {
    const longest = left
      .map(({ sentences }, index) => ({ index, count: sentences.length }))
      .slice(1, -1)
      .filter(({ count }) => count > leastSentences)
      .sort((a, b) => b.count - a.count)[0];
    if (!longest) break;
    left = left.map((paragraph, index) =>
      index === longest.index ? { ...paragraph, sentences: paragraph.sentences.slice(0, -1) } : paragraph,
    );
  }
  return left;
}
