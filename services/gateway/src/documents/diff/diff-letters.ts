import { diffArrays, type ArrayChange } from 'diff';
import type { DiffPart, DocumentDiff } from '@coverwright/contracts';

/** Milliseconds for each try. Letters take one or two; two long texts with nothing in common would take minutes. */
const patienceMs = 60;
const words = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Compares two letters by words, or by lines when that takes too long, or not at all when even that does. Never longer than a blink. */
export function diffLetters(before: string, after: string): Pick<DocumentDiff, 'unit' | 'parts'> {
  for (const [unit, split] of [
    ['word', splitWords],
    ['line', splitLines],
  ] as const) {
    const changes = diffArrays(split(before), split(after), { timeout: patienceMs });
    if (changes !== undefined) return { unit, parts: joinParts(changes.map(toPart)) };
  }
  return { unit: 'whole', parts: [part('removed', before), part('added', after)].filter(({ text }) => text !== '') };
}

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
