import { splitAtom, type Atom, type Measure } from './shape-line.ts';

/** Fills lines of `width` points with what fits. An atom that is wider than a whole line is cut. */
export function breakLines(atoms: Atom[], width: number, measure: Measure): Atom[][] {
  const lines: Atom[][] = [[]];
  let used = 0;
  for (const word of wordsOf(atoms)) {
    const wordWidth = word.reduce((sum, atom) => sum + atom.width + atom.spaceWidth, -(word.at(-1)?.spaceWidth ?? 0));
    if (used > 0 && used + wordWidth > width) {
      lines.push([]);
      used = 0;
    }
    for (const piece of wordWidth > width ? word.flatMap((atom) => splitAtom(atom, measure)) : word) {
      if (used > 0 && used + piece.width > width) {
        lines.push([]);
        used = 0;
      }
      lines.at(-1)?.push(piece);
      used += piece.width + piece.spaceWidth;
    }
  }
  return lines;
}

/** Atoms up to each place where a line may end. */
function wordsOf(atoms: Atom[]): Atom[][] {
  const words: Atom[][] = [[]];
  for (const atom of atoms) {
    words.at(-1)?.push(atom);
    if (atom.canBreak) words.push([]);
  }
  return words.filter((word) => word.length > 0);
}
