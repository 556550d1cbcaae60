import { isBulletMark, plainLine, type SourceLine } from '../source-line.ts';
import type { Fragment } from './fragment.ts';

interface Line extends Fragment {
  bullet: boolean;
  /** Where the text begins, after its bullet. */
  inset: number;
}

/** The lines of one region, from top to bottom; what was wrapped is one line again. `body` is the size of most of the text. */
export function joinLines(fragments: Fragment[], body: { size: number; font: string }): SourceLine[] {
  const lines = findLines(fragments);
  const region = {
    left: Math.min(...lines.map((line) => line.left)),
    right: Math.max(...lines.map((line) => line.right)),
    leading: commonLeading(lines),
  };
  const joined: SourceLine[] = [];
  for (const [index, line] of lines.entries()) {
    const before = lines[index - 1];
    const drop = before === undefined ? 0 : before.y - line.y;
    const last = joined.at(-1);
    if (before !== undefined && last !== undefined && continues(before, line, { ...region, drop })) {
      line.inset = before.inset;
      // A line that goes on is still that of the bullet it began with.
      line.bullet = before.bullet;
      last.text = knit(last.text, plainLine(line.text).text);
      continue;
    }
    const strong = line.size > body.size * 1.12 || line.font !== body.font;
    const made = plainLine(line.text, { strong, gap: before !== undefined && drop > region.leading * 1.4 });
    if (made.text !== '') joined.push(made);
  }
  return joined;
}

function findLines(fragments: Fragment[]): Line[] {
  const lines: Line[] = [];
  for (const fragment of fragments.toSorted((a, b) => b.y - a.y)) {
    const line = lines.at(-1);
    if (line !== undefined && line.y - fragment.y < 0.4 * Math.max(line.size, fragment.size)) {
      const [first, second] = line.left <= fragment.left ? [line, fragment] : [fragment, line];
      const gap = second.left - first.right;
      const between = isBulletMark(first.text) || gap < 0.75 * line.size ? ' ' : ' | ';
      line.text = first.text.trimEnd() + between + second.text.trimStart();
      line.inset = isBulletMark(first.text) ? second.left : first.left;
      line.left = first.left;
      line.right = Math.max(line.right, fragment.right);
    } else lines.push({ ...fragment, bullet: false, inset: fragment.left });
  }
  return lines.map((line) => ({ ...line, bullet: plainLine(line.text).bullet }));
}

interface Setting {
  /** From the line before to this one. */
  drop: number;
  leading: number;
  /** Of the region. */
  left: number;
  right: number;
}

function continues(before: Line, line: Line, { drop, leading, left, right }: Setting): boolean {
  if (line.bullet || drop > leading * 1.25 || Math.abs(line.size - before.size) > 0.6) return false;
  if (line.text.includes(' | ') || before.text.includes(' | ')) return false;
  const goesOn = /^\p{Ll}(?!\S*[@/])/u.test(line.text);
  // The line was broken because its next word had no room.
  const [word = ''] = line.text.split(' ', 1);
  const wordWidth = ((line.right - line.left) / line.text.length) * (word.length + 1);
  const hadNoRoom = before.right + wordWidth > right - 0.02 * (right - left);
  if (before.bullet) return line.left > before.left + 2 && (hadNoRoom || goesOn);
  // Points whose bullets are drawn, not written, are set in and begin with a capital.
  const isPoint = line.left > left + 6 && /[.!?;]$/.test(before.text) && !goesOn;
  return hadNoRoom && !isPoint && line.font === before.font && Math.abs(line.left - before.left) < 4 && (goesOn || before.text.length > 45);
}

/** A hyphen at the end of a line belongs to the word more often than not. */
const knit = (before: string, after: string): string =>
  /\p{L}-$/u.test(before) && /^\p{Ll}/u.test(after) ? before + after : `${before} ${after}`;

function commonLeading(lines: Line[]): number {
  const drops = lines.slice(1).map((line, index) => (lines[index]?.y ?? 0) - line.y);
  const sorted = drops.filter((drop) => drop > 4).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.4)] ?? 14;
}
