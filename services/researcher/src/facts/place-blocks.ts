import type { Block } from '../extract/collect-blocks.ts';
import { markAiText } from '../extract/mark-ai-text.ts';

/** A block with its place in the note's text. */
export interface PlacedBlock extends Block {
  /** Offset of `text` in the text of the note. */
  at: number;
}

/** What parts two blocks in the text of a note. */
const GAP = '\n\n';

/** The blocks of a page as they stand in its note, whose text they are, joined by blank lines. */
export function placeBlocks(blocks: readonly Block[]): PlacedBlock[] {
  let at = 0;
  return blocks.map((block) => {
    const placed = { ...block, at };
    at += block.text.length + GAP.length;
    return placed;
  });
}

/** The blocks of a note that was read in another run, as far as its text still tells. */
export function blocksOfText(content: string): Block[] {
  const blocks = content.split(GAP).map((text): Block => ({ text, role: 'paragraph', inMain: true, linked: 0, speaksToAi: false }));
  return markAiText(blocks);
}
