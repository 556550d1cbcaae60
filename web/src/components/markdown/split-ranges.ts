import type { TextNode } from './nodes.ts';

/** A piece of the source, by offsets into it. */
export interface MarkedRange {
  key: string;
  start: number;
  end: number;
}

export interface RangePiece {
  key: string | null;
  value: string;
}

/** Cuts a text at the ranges that it lies in. They come in their order and do not overlap. */
export function splitRanges({ value, at }: TextNode, ranges: readonly MarkedRange[]): RangePiece[] {
  if (at === null) return [{ key: null, value }];
  const end = at + value.length;
  const pieces: RangePiece[] = [];
  let from = at;
  const take = (until: number, key: string | null) => {
    if (until > from) pieces.push({ key, value: value.slice(from - at, until - at) });
    from = Math.max(from, until);
  };
  for (const range of ranges) {
    if (range.end <= at || range.start >= end) continue;
    take(Math.max(at, range.start), null);
    take(Math.min(end, range.end), range.key);
  }
  take(end, null);
  return pieces;
}
