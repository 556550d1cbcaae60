import { isBulletMark } from '../source-line.ts';

/** Text that stands together on a page. Points from the left and from the foot of the page; `size` is that of the letters. */
export interface Fragment {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
  font: string;
}

/** What of a text item of pdf.js counts here. */
export interface TextItem {
  str: string;
  transform: number[];
  width: number;
  height: number;
  fontName: string;
}

/** Joins what was set piece by piece: letters, words, a bullet and its text. A wider gap is a column or a tab. */
export function joinItems(items: TextItem[]): Fragment[] {
  const fragments: Fragment[] = [];
  for (const item of items) {
    const text = item.str.replace(/\s+/g, ' ');
    if (text.trim() === '') continue;
    const [, , , , left = 0, y = 0] = item.transform;
    const size = item.height || Math.hypot(item.transform[2] ?? 0, item.transform[3] ?? 0) || 10;
    const next: Fragment = { text, left, right: left + item.width, y, size, font: item.fontName };
    const last = fragments.at(-1);
    if (last === undefined || !belongs(last, next)) fragments.push(next);
    else {
      const apart = next.left - last.right > 0.12 * size && !last.text.endsWith(' ') && !text.startsWith(' ');
      last.text += (apart ? ' ' : '') + text;
      last.right = Math.max(last.right, next.right);
      if (next.text.trim().length > 1 && isBulletMark(last.text)) last.font = next.font;
    }
  }
  return fragments;
}

function belongs(last: Fragment, next: Fragment): boolean {
  const gap = next.left - last.right;
  const closest = Math.min(last.size, next.size);
  // Small print such as "st" in "1st" stands higher than its line.
  if (Math.abs(next.y - last.y) > 0.45 * Math.max(last.size, next.size)) return false;
  return gap > -0.5 * closest && gap < (isBulletMark(last.text) ? 4 : 0.8) * closest;
}
