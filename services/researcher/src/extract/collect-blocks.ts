import { isTag, isText, type AnyNode, type Element } from 'domhandler';
import { cleanText } from './clean-text.ts';
import { isHidden } from './is-hidden.ts';

/** One visible paragraph, heading, list item or cell. */
export interface Block {
  text: string;
  role: 'heading' | 'item' | 'cell' | 'paragraph';
  /** Inside the part the page itself calls its main one. */
  inMain: boolean;
  /** Share of the text that is link text, 0–1. */
  linked: number;
  /** Speaks to a program that reads the page: kept to be seen, left out of prompts and facts. */
  speaksToAi: boolean;
}

const DROPPED = new Set(
  (
    'script style noscript template nav footer aside button select textarea input option datalist label legend svg canvas ' +
    'iframe object embed audio video map head figcaption progress meter'
  ).split(' '),
);
const DROPPED_ROLES = new Set(
  'navigation contentinfo complementary banner search dialog alertdialog menu menubar tablist toolbar'.split(' '),
);
const INLINE = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd mark nobr output picture q rp rt ruby s samp small ' +
    'span strike strong sub sup time tt u var wbr'
  ).split(' '),
);
/** Parts around the content whose names give them away. They are left out only while they are small beside the page. */
const AROUND =
  /(^|[\s_-])(cookies?|consent|gdpr|onetrust|newsletter|breadcrumbs?|share|sharing|social|sidebar|related|recommended|promo|advert|ads|popup|modal|skip|pagination|pager|comments?|site-?footer|site-?nav|menu|similar-jobs)([\s_-]|$)/i;
const AROUND_MAX = 1500;

interface Walk {
  blocks: Block[];
  text: string;
  linkedLength: number;
  role: Block['role'];
  inMain: boolean;
  inLink: boolean;
  total: number;
  lengths: Map<AnyNode, number>;
  isUnseen: (element: Element) => boolean;
}

interface CollectOptions {
  /** What is left out as hidden; for a tree without its hidden parts that is nothing more. */
  isUnseen?: (element: Element) => boolean;
  /** Say a text again where the page says it again: an article may, while a page often has one copy for phones and one for desktops. */
  keepRepeats?: boolean;
}

/** The blocks of a parsed document or fragment that a person would see, in reading order. */
export function collectBlocks(roots: readonly AnyNode[], { isUnseen = isHidden, keepRepeats = false }: CollectOptions = {}): Block[] {
  const lengths = new Map<AnyNode, number>();
  const total = textLength(roots, lengths);
  const walk: Walk = { blocks: [], text: '', linkedLength: 0, role: 'paragraph', inMain: false, inLink: false, total, lengths, isUnseen };
  for (const root of roots) visit(root, walk);
  flush(walk);
  return keepRepeats ? walk.blocks : withoutRepeats(walk.blocks);
}

/** The main part's blocks when they hold most of the text, else all. */
export function preferMain(blocks: Block[]): Block[] {
  const main = blocks.filter((block) => block.inMain);
  return sizeOf(main) >= sizeOf(blocks) / 2 ? main : blocks;
}

/** The text of blocks as it is stored: one blank line between two. */
export function joinBlocks(blocks: readonly Block[]): string {
  return blocks.map((block) => block.text).join('\n\n');
}

function visit(node: AnyNode, walk: Walk): void {
  if (isText(node)) {
    const text = node.data.replace(/\s+/g, ' ');
    walk.text += text;
    if (walk.inLink) walk.linkedLength += text.length;
    return;
  }
  if (!isTag(node)) {
    if ('children' in node) for (const child of node.children) visit(child, walk);
    return;
  }
  if (node.name === 'br') walk.text += '\n';
  else if (!isDropped(node, walk)) visitElement(node, walk);
}

function visitElement(element: Element, walk: Walk): void {
  const before = { role: walk.role, inMain: walk.inMain, inLink: walk.inLink };
  const inline = INLINE.has(element.name);
  if (!inline) flush(walk);
  if (/^h[1-6]$/.test(element.name)) walk.role = 'heading';
  if (element.name === 'li' || element.name === 'dd') walk.role = 'item';
  if (element.name === 'td' || element.name === 'th') walk.role = 'cell';
  if (element.name === 'main' || element.name === 'article' || element.attribs['role'] === 'main') walk.inMain = true;
  if (element.name === 'a') walk.inLink = true;
  for (const child of element.children) visit(child, walk);
  if (!inline) flush(walk);
  Object.assign(walk, before);
}

function isDropped(element: Element, walk: Walk): boolean {
  if (DROPPED.has(element.name) || DROPPED_ROLES.has(element.attribs['role'] ?? '') || walk.isUnseen(element)) return true;
  if (INLINE.has(element.name) || element.name === 'main' || element.name === 'body') return false;
  if (!AROUND.test(`${element.attribs['class'] ?? ''} ${element.attribs['id'] ?? ''}`)) return false;
  const size = textLengthOf(element, walk.lengths);
  return size < AROUND_MAX && size < walk.total / 4;
}

function flush(walk: Walk): void {
  const text = cleanText(walk.text);
  const linked = Math.min(1, walk.linkedLength / Math.max(1, walk.text.trim().length));
  if (text !== '') walk.blocks.push({ text, role: walk.role, inMain: walk.inMain, linked, speaksToAi: false });
  walk.text = '';
  walk.linkedLength = 0;
}

/** The same paragraph twice (a mobile and a desktop copy) is one; two cells of a table may well say the same. */
function withoutRepeats(blocks: Block[]): Block[] {
  const seen = new Set<string>();
  return blocks.filter((block, index) => {
    if (block.text.length < 40) return block.role === 'cell' || block.text !== blocks[index - 1]?.text;
    if (seen.has(block.text)) return false;
    seen.add(block.text);
    return true;
  });
}

/** Measured once per element, because hostile markup nests the parts that are asked about. */
function textLength(nodes: readonly AnyNode[], known: Map<AnyNode, number>): number {
  return nodes.reduce((length, node) => length + textLengthOf(node, known), 0);
}

function textLengthOf(node: AnyNode, known: Map<AnyNode, number>): number {
  if (isText(node)) return node.data.trim().length;
  if (!('children' in node) || (isTag(node) && DROPPED.has(node.name))) return 0;
  const length = known.get(node) ?? textLength(node.children, known);
  known.set(node, length);
  return length;
}

export function sizeOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + block.text.length, 0);
}
