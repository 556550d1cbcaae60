import { estimateTokens } from '@coverwright/server';

const gap = '\n[… the middle is left out …]\n';

/** A text that fits: whole, or its beginning and its end, where people put what they want. */
export function cutMiddle(text: string, roomTokens: number): { text: string; wasCut: boolean } {
  if (estimateTokens(text) <= roomTokens) return { text, wasCut: false };
  let length = text.length;
  for (;;) {
    length = Math.floor(length * Math.min(0.9, roomTokens / estimateTokens(text.slice(0, length))));
    const head = Math.ceil(length * 0.6);
    const cut = `${text.slice(0, head).toWellFormed()}${gap}${text.slice(text.length - (length - head)).toWellFormed()}`;
    if (length <= 0) return { text: '', wasCut: true };
    if (estimateTokens(cut) <= roomTokens) return { text: cut, wasCut: true };
  }
}
