import type { PlacedBlock } from './place-blocks.ts';
import { splitSentences } from './split-sentences.ts';

/** Text as it is compared, and for each of its characters the offset of the one it stands for. */
interface Folded {
  text: string;
  offsets: number[];
}

const MIN_LENGTH = 25;
const MAX_LENGTH = 400;
const SAME_SIGN: Record<string, string> = {
  '’': "'",
  '‘': "'",
  '‚': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
};
/** Every fact of a page is looked for in the same blocks. */
const known = new WeakMap<PlacedBlock, Folded>();

/**
 * The words of a page that a model meant to quote: found whatever it did to spaces, quotation marks, dashes and case, given back as they
 * stand on the page and widened to whole sentences, so that nothing is cut out of its sense. Null when no block has them, when they are
 * shorter than 25 characters, or when the block speaks to an AI.
 */
export function locateQuote(blocks: readonly PlacedBlock[], quote: string): string | null {
  const wanted = fold(quote.replace(/^[\s"'“”‘’„«».…]+|[\s"'“”‘’„«».…]+$/gu, '')).text;
  if (wanted.length < MIN_LENGTH - 1) return null;
  for (const block of blocks) {
    if (block.speaksToAi) continue;
    const folded = foldOnce(block);
    const at = folded.text.indexOf(wanted);
    if (at < 0) continue;
    const from = folded.offsets[at] ?? 0;
    const to = (folded.offsets[at + wanted.length - 1] ?? 0) + 1;
    const found = widen(block.text, from, to);
    return found.length >= MIN_LENGTH && found.length <= MAX_LENGTH ? found : null;
  }
  return null;
}

function foldOnce(block: PlacedBlock): Folded {
  const folded = known.get(block) ?? fold(block.text);
  known.set(block, folded);
  return folded;
}

function fold(text: string): Folded {
  const signs: string[] = [];
  const offsets: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    const plain = sign.trim() === '' ? ' ' : (SAME_SIGN[sign] ?? sign.toLowerCase());
    if (plain.length !== 1 || (plain === ' ' && signs.at(-1) === ' ')) continue;
    signs.push(plain);
    offsets.push(at);
  }
  return { text: signs.join(''), offsets };
}

function widen(text: string, from: number, to: number): string {
  let start = from;
  let end = to;
  let at = 0;
  for (const sentence of splitSentences(text)) {
    const begins = text.indexOf(sentence, at);
    at = begins + sentence.length;
    if (begins <= from && from < at) start = begins;
    if (begins < to && to <= at) end = at;
  }
  return text.slice(start, end);
}
