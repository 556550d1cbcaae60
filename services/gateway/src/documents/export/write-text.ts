import type { Block } from './read-blocks.ts';

/** The letter as plain text, for the box of a form: what markdown marks is gone, what it says is all there. */
export function writeText(blocks: Block[]): string {
  let text = '';
  for (const [index, block] of blocks.entries()) {
    const before = blocks[index - 1];
    if (before !== undefined) text += before.kind === 'item' && block.kind === 'item' && block.list !== 0 ? '\n' : '\n\n';
    text += textOf(block);
  }
  return text === '' ? '' : `${text}\n`;
}

function textOf(block: Block): string {
  const lines = block.lines.map((line) => line.map((span) => span.text).join(''));
  if (block.kind !== 'item') return lines.join('\n');
  const marker = block.marker === '•' ? '-' : (block.marker ?? ' ');
  const indent = '  '.repeat(block.level);
  return lines.map((line, index) => indent + (index === 0 ? marker : ' '.repeat(marker.length)) + ' ' + line).join('\n');
}
