import { diffArrays, type ArrayChange } from 'diff';
import type { DiffPart, DocumentDiff } from '@coverwright/contracts';

/** Milliseconds in one go. Letters that have most words in common take one or two. */
const atOnceMs = 120;
const usualPatienceMs = 3000;
const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/**
 * Compares two letters by words. Two long texts with nothing in common would take minutes: they are compared by lines, or not at all when
 * even that takes too long. Never keeps others waiting for longer than a blink: after the first go it works in small steps, for
 * `patienceMs` milliseconds at most.
 */
export async function diffLetters(
  before: string,
  after: string,
  patienceMs = usualPatienceMs,
): Promise<Pick<DocumentDiff, 'unit' | 'parts'>> {
  const byWord = [splitWords(before), splitWords(after)] as const;
  const wordChanges = diffArrays(...byWord, { timeout: atOnceMs }) ?? (await diffInSteps(...byWord, patienceMs));
  if (wordChanges !== undefined) return { unit: 'word', parts: joinParts(wordChanges.map(toPart)) };
  const lineChanges = diffArrays(splitLines(before), splitLines(after), { timeout: atOnceMs });
  if (lineChanges !== undefined) return { unit: 'line', parts: joinParts(lineChanges.map(toPart)) };
  return { unit: 'whole', parts: [part('removed', before), part('added', after)].filter(({ text }) => text !== '') };
}

const diffInSteps = (before: string[], after: string[], patienceMs: number): Promise<ArrayChange<string>[] | undefined> =>
  new Promise((resolve) => {
    diffArrays(before, after, { timeout: patienceMs, callback: resolve });
  });

const part = (kind: DiffPart['kind'], text: string): DiffPart => ({ kind, text });

const toPart = ({ value, added, removed }: ArrayChange<string>): DiffPart =>
  part(added ? 'added' : removed ? 'removed' : 'same', value.join(''));

/** Words of any script, with what lies between them as pieces of their own: joined they are the text. */
const splitWords = (text: string): string[] => [...words.segment(text)].map(({ segment }) => segment);

const splitLines = (text: string): string[] => text.split(/(?<=\n)/);

/**
 * Changed passages as a person would mark them: one deletion and one insertion, not a speckle of them around spaces that both have. Loses
 * nothing: a space that both have is then both deleted and inserted.
 */
function joinParts(parts: DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed !== '') joined.push(part('removed', removed));
    if (added !== '') joined.push(part('added', added));
    removed = added = '';
  };
  for (const [index, { kind, text }] of parts.entries()) {
    const next = parts[index + 1];
    if (kind === 'removed') removed += text;
    else if (kind === 'added') added += text;
    else if (/^[^\S\n]*$/.test(text) && removed + added !== '' && next !== undefined) {
      removed += text;
      added += text;
    } else {
      flush();
      joined.push(part('same', text));
    }
  }
  flush();
  return joined;
}
