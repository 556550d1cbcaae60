import type { Span } from '../read-blocks.ts';
import { bidi } from './direction.ts';
import type { Face, Fonts } from './fonts.ts';

/** A stretch of text in one font and one direction that no line may break. */
export interface Atom {
  text: string;
  face: Face;
  /** Odd: it runs from right to left. */
  level: number;
  /** Points, without the spaces it ends with, and of those spaces. */
  width: number;
  spaceWidth: number;
  /** A line may end after it. */
  canBreak: boolean;
}

export type Measure = (face: Face, text: string) => number;

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const words = new Intl.Segmenter(undefined, { granularity: 'word' });
/** Spaces at which a line may end: all but those that hold together. */
const space = /[ \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]$/;
const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3001\u3002\uff00-\uff60]/u;
const opening = /[\p{Ps}\p{Pi}]/u;
const closing =
  /[\p{Pe}\p{Pf}\p{Po}\u30fc\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7]/u;
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/** Cuts one written line into atoms, in the order in which it is read. */
export function shapeLine(line: Span[], fonts: Fonts, measure: Measure): { atoms: Atom[]; rightToLeft: boolean } {
  const spans = line.map((span) => ({ ...span, text: clean(span.text) })).filter((span) => span.text !== '');
  const text = spans.map((span) => span.text).join('');
  const embedding = bidi.getEmbeddingLevels(text);
  const breaks = findBreaks(text);
  const atoms: Atom[] = [];
  let at = 0;
  for (const span of spans) {
    let fresh = true;
    for (const { segment } of graphemes.segment(span.text)) {
      const level = embedding.levels[at] ?? 0;
      const mirrored = (level & 1) === 1 ? bidi.getMirroredCharacter(segment) : null;
      const last = atoms.at(-1);
      const isSpace = space.test(segment);
      // A space is drawn in the font of what stands before it.
      const face = isSpace && last !== undefined && last.face.font.hasGlyphForCodePoint(32) ? last.face : fonts.faceFor(segment, span);
      const drawn = isSpace ? ' ' : visible(mirrored ?? segment, face);
      const joins = last !== undefined && !fresh && last.face === face && last.level === level && !last.canBreak;
      if (!joins) {
        atoms.push({ text: drawn, face, level, width: 0, spaceWidth: 0, canBreak: false });
      } else last.text += drawn;
      at += segment.length;
      fresh = false;
      const atom = atoms.at(-1);
      if (atom !== undefined) atom.canBreak = breaks.has(at);
    }
  }
  for (const atom of atoms) Object.assign(atom, widthsOf(atom, measure));
  return { atoms, rightToLeft: ((embedding.paragraphs[0]?.level ?? 0) & 1) === 1 };
}

/** Cuts an atom that is wider than a line into its characters. */
export function splitAtom(atom: Atom, measure: Measure): Atom[] {
  return [...graphemes.segment(atom.text)].map(({ segment }) => {
    const piece = { ...atom, text: segment, canBreak: true };
    return { ...piece, ...widthsOf(piece, measure) };
  });
}

function widthsOf({ text, face }: Atom, measure: Measure): Pick<Atom, 'width' | 'spaceWidth'> {
  const bare = text.replace(/ +$/, '');
  const width = bare === '' ? 0 : measure(face, bare);
  return { width, spaceWidth: bare === text ? 0 : measure(face, text) - width };
}

/** Composed, because fonts have letters with their accents; without what is no text. */
const clean = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/\t/g, '    ')
    .replace(/\p{Cc}|\p{Co}/gu, '');

/** Joiners stay where the font knows them: they shape letters. */
const visible = (segment: string, face: Face): string =>
  segment.replace(invisible, (point) => (face.font.hasGlyphForCodePoint(point.codePointAt(0) ?? 0) ? point : ''));

/** Offsets at which a line may end: after spaces, and between words of scripts that are written without them. */
function findBreaks(text: string): Set<number> {
  const breaks = new Set<number>();
  for (const match of text.matchAll(/[ \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]+/g)) breaks.add(match.index + match[0].length);
  if (!spaceless.test(text)) return breaks;
  for (const { index } of words.segment(text)) {
    const before = [...text.slice(Math.max(0, index - 2), index)].at(-1) ?? '';
    const after = [...text.slice(index, index + 2)][0] ?? '';
    if (spaceless.test(before) && spaceless.test(after) && !opening.test(before) && !closing.test(after)) breaks.add(index);
  }
  return breaks;
}
