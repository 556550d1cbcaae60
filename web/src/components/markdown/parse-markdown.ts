import type { Block, Line } from './nodes.ts';
import { parseBlocks } from './parse-blocks.ts';

/**
 * Reads markdown into a small tree: what CommonMark has, without HTML (it is shown as the text that it is), pictures (their
 * description is shown) and links by reference. It never fails, whatever it is given.
 */
export function parseMarkdown(source: string): Block[] {
  const lines: Line[] = [];
  let at = 0;
  for (const line of source.split('\n')) {
    lines.push({ text: line.endsWith('\r') ? line.slice(0, -1) : line, at });
    at += line.length + 1;
  }
  return parseBlocks(lines);
}
