import { estimateTokens } from '@coverwright/server';
import { splitSentences } from './split-sentences.ts';
import type { PlacedBlock } from './place-blocks.ts';

/** Text of one page that goes into one prompt: lines of whole blocks, or of whole sentences where a block is too long. */
export interface Chunk {
  lines: string[];
  tokens: number;
}

/** Menus and lists of links say nothing; what is shorter is a label. */
const MAX_LINKED = 0.7;
const MIN_LETTERS = 3;

/** The text of a page in pieces of at most `maxTokens` estimated tokens, in order. Blocks that speak to an AI are in none of them. */
export function chunkBlocks(blocks: readonly PlacedBlock[], maxTokens: number): Chunk[] {
  const chunks: Chunk[] = [];
  let open: Chunk = { lines: [], tokens: 0 };
  const close = () => {
    if (open.lines.length > 0) chunks.push(open);
    open = { lines: [], tokens: 0 };
  };
  for (const line of blocks.flatMap((block) => linesOf(block, maxTokens))) {
    // A line break and the mark in front of the line count too.
    const tokens = estimateTokens(line) + 4;
    if (open.tokens + tokens > maxTokens) close();
    if (tokens > maxTokens) continue;
    open.lines.push(line);
    open.tokens += tokens;
  }
  close();
  return chunks;
}

function linesOf(block: PlacedBlock, maxTokens: number): string[] {
  if (block.speaksToAi || block.linked > MAX_LINKED) return [];
  const lines = block.text.split('\n').filter((line) => (line.match(/\p{L}/gu)?.length ?? 0) >= MIN_LETTERS);
  return lines.flatMap((line) => (estimateTokens(line) > maxTokens / 2 ? splitSentences(line) : line));
}
