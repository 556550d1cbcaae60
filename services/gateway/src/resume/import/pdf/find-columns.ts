import type { Fragment } from './fragment.ts';

const datelike = /^[^\p{L}]*(?:\p{L}{3,9}\.? )?(?:\d{1,2}[/.])?(?:19|20)\d{2}\b|\b(?:present|now|current)\b|^\P{L}*$/iu;
const leastLines = 5;

/**
 * Text in the order in which a person reads it: where a page has two columns, first the left one and then the right one, between the lines
 * that go across both. A column of dates beside what they date is none.
 */
export function orderColumns(fragments: Fragment[]): Fragment[][] {
  const split = findSplit(fragments);
  if (split === null) return [fragments];
  const across = fragments.filter(({ left, right }) => left < split - 1 && right > split + 1).sort((a, b) => b.y - a.y);
  const regions: Fragment[][] = [];
  let upper = Infinity;
  for (const border of [...across, null]) {
    const lower = border?.y ?? -Infinity;
    const band = fragments.filter(({ y }) => y < upper && y > lower);
    regions.push(
      band.filter(({ right }) => right <= split + 1),
      band.filter(({ left }) => left >= split - 1),
    );
    if (border !== null) regions.push([border]);
    upper = lower;
  }
  return regions.filter((region) => region.length > 0);
}

/** Where a gutter runs down the page, or null. */
function findSplit(fragments: Fragment[]): number | null {
  const [from, to] = [Math.min(...fragments.map(({ left }) => left)), Math.max(...fragments.map(({ right }) => right))];
  const width = to - from;
  let best: { at: number; across: number; room: number } | null = null;
  for (let at = from + width * 0.2; at < from + width * 0.8; at += 3) {
    const left = fragments.filter(({ right }) => right <= at + 1);
    const right = fragments.filter((fragment) => fragment.left >= at - 1);
    const across = fragments.length - left.length - right.length;
    if (!isColumn(left, fragments) || !isColumn(right, fragments) || across > 0.2 * fragments.length) continue;
    const room = Math.min(...right.map((fragment) => fragment.left)) - Math.max(...left.map((fragment) => fragment.right));
    if (best === null || across < best.across || (across === best.across && room > best.room)) best = { at, across, room };
  }
  return best?.at ?? null;
}

function isColumn(part: Fragment[], all: Fragment[]): boolean {
  if (part.length < leastLines) return false;
  const length = (fragments: Fragment[]) => fragments.reduce((sum, { text }) => sum + text.length, 0);
  const dates = part.filter(({ text }) => datelike.test(text)).length;
  return length(part) > 0.12 * length(all) && dates < 0.5 * part.length;
}
