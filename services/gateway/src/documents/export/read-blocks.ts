import type { PhrasingContent, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** A piece of a line in one look. */
export interface Span {
  text: string;
  bold: boolean;
  italic: boolean;
}

/** A paragraph as a reader sees it, with the line breaks that were written. */
export interface Block {
  kind: 'paragraph' | 'heading' | 'item' | 'quote';
  /** Of a heading 1–6; how deep a list item lies, from 0. */
  level: number;
  /** What stands before a list item: `•` or its number. Null for what continues an item, and for all else. */
  marker: string | null;
  /** The number of the list an item belongs to, over the whole letter; 0 for all else. */
  list: number;
  lines: Span[][];
}

type Look = Pick<Span, 'bold' | 'italic'>;

/** Reads a letter's markdown the way the page does: text is never HTML, every line break counts. */
export function readBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  let lists = 0;

  const add = (kind: Block['kind'], lines: Span[][], place: Partial<Pick<Block, 'level' | 'marker' | 'list'>> = {}) => {
    if (lines.some((line) => line.length > 0)) blocks.push({ kind, level: 0, marker: null, list: 0, ...place, lines });
  };

  const addItems = (nodes: RootContent[], level: number, list: number, marker: string) => {
    let ahead: string | null = marker;
    for (const node of nodes) {
      if (node.type === 'list') addList(node, level + 1);
      else {
        add('item', linesOf(node), { level, marker: ahead, list });
        ahead = null;
      }
    }
  };

  const addList = (node: Extract<RootContent, { type: 'list' }>, level: number) => {
    lists += 1;
    const list = lists;
    for (const [index, item] of node.children.entries()) {
      addItems(item.children, level, list, node.ordered ? `${(node.start ?? 1) + index}.` : '•');
    }
  };

  const addAll = (nodes: RootContent[], kind: 'paragraph' | 'quote') => {
    for (const node of nodes) {
      if (node.type === 'list') addList(node, 0);
      else if (node.type === 'blockquote') addAll(node.children, 'quote');
      else if (node.type === 'heading') add('heading', linesOf(node), { level: node.depth });
      else add(kind, linesOf(node));
    }
  };

  addAll(fromMarkdown(markdown).children, 'paragraph');
  return blocks;
}

function linesOf(node: RootContent): Span[][] {
  const lines: Span[][] = [[]];
  const write = (text: string, look: Look) => {
    for (const [index, piece] of text.split(/\r\n|\r|\n/).entries()) {
      if (index > 0) lines.push([]);
      if (piece !== '') lines.at(-1)?.push({ text: piece, ...look });
    }
  };
  const writeAll = (nodes: PhrasingContent[], look: Look) => {
    for (const child of nodes) writeOne(child, look);
  };
  const writeOne = (child: PhrasingContent, look: Look): void => {
    if (child.type === 'strong') writeAll(child.children, { ...look, bold: true });
    else if (child.type === 'emphasis') writeAll(child.children, { ...look, italic: true });
    else if (child.type === 'link') {
      writeAll(child.children, look);
      const shown = plainText(child.children);
      if (child.url !== shown && child.url !== `mailto:${shown}`) write(` (${child.url})`, look);
    } else if (child.type === 'break') write('\n', look);
    else if (child.type === 'image') write(child.alt ?? '', look);
    else if ('children' in child) writeAll(child.children, look);
    else if ('value' in child) write(child.value, look);
  };
  if (node.type === 'paragraph' || node.type === 'heading') writeAll(node.children, { bold: false, italic: false });
  else if (node.type === 'code' || node.type === 'html') write(node.value, { bold: false, italic: false });
  return lines;
}

const plainText = (nodes: PhrasingContent[]): string =>
  nodes.map((node) => ('children' in node ? plainText(node.children) : 'value' in node ? node.value : '')).join('');
