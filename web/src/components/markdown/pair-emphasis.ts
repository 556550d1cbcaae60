import type { Inline } from './nodes.ts';

/** A run of stars or underscores that may begin or end emphasis. */
export interface Run {
  kind: 'run';
  mark: string;
  count: number;
  opens: boolean;
  closes: boolean;
  at: number;
}

export type Piece = Inline | Run;

interface Level {
  run: Run;
  children: Inline[];
}

const textOf = ({ mark, count, at }: Run): Inline => ({ kind: 'text', value: mark.repeat(count), at });

/** Pairs the runs, the nearest first: two marks are strong, one is emphasis, what finds no partner is text. */
export function pairEmphasis(pieces: readonly Piece[]): Inline[] {
  const root: Inline[] = [];
  const open: Level[] = [];
  const target = () => open.at(-1)?.children ?? root;

  /** A run that found no partner: it and what it holds go to the level above. */
  const dissolve = () => {
    const level = open.pop();
    if (level) target().push(...(level.run.count > 0 ? [textOf(level.run)] : []), ...level.children);
  };

  const close = (given: Run): Run => {
    let run = given;
    while (run.count > 0) {
      const index = open.findLastIndex((level) => level.run.mark === run.mark && level.run.count > 0 && fits(level.run, given));
      if (index === -1) return run;
      while (open.length - 1 > index) dissolve();
      const level = open.at(-1) as Level;
      const used = level.run.count >= 2 && run.count >= 2 ? 2 : 1;
      const node: Inline = { kind: used === 2 ? 'strong' : 'em', children: level.children };
      level.run = { ...level.run, count: level.run.count - used };
      level.children = [node];
      run = { ...run, count: run.count - used, at: run.at + used };
      if (level.run.count === 0) dissolve();
    }
    return run;
  };

  for (const piece of pieces) {
    if (piece.kind !== 'run') {
      target().push(piece);
      continue;
    }
    const left = piece.closes ? close(piece) : piece;
    if (left.count === 0) continue;
    if (left.opens) open.push({ run: left, children: [] });
    else target().push(textOf(left));
  }
  while (open.length > 0) dissolve();
  return root;
}

/** The rule of three: `***a**b*` and the like are read as people mean them. */
function fits(opener: Run, closer: Run): boolean {
  if (!opener.closes && !closer.opens) return true;
  return (opener.count + closer.count) % 3 !== 0 || (opener.count % 3 === 0 && closer.count % 3 === 0);
}
