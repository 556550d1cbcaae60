import { cleanText } from '../../extract/clean-text.ts';
import { collectBlocks, type Block } from '../../extract/collect-blocks.ts';
import { loadHtml } from '../../extract/load-html.ts';

const TAG = /<\/?[a-z][^>]*>/i;
const ESCAPED_TAG = /&(?:amp;)*lt;\/?[a-z]/i;
const ENTITY = /&(?:amp|nbsp|lt|gt|quot|apos|[lr][sd]quo|[mn]dash|hellip|bull|middot|#\d{2,6}|#x[0-9a-f]{2,5});/i;
const MAX_UNESCAPES = 3;
const BULLET = /^\s*(?:[•◦▪‣∙·●○*]|[-–—](?=\s))\s*/;

/** The paragraphs of a description, whether it came as markup, as text, or escaped once or twice too often. */
export function describeBlocks(description: string): Block[] {
  const html = unescapeMarkup(description);
  // Plain text says by its line breaks what markup says by its elements.
  const markup = TAG.test(html)
    ? html
    : html
        .replace(/\r\n?/g, '\n')
        .replace(/\n{2,}/g, '<p>')
        .replace(/\n/g, '<br>');
  const blocks = collectBlocks(loadHtml(markup, 'fragment').root().contents().toArray());
  return blocks.map((block) => ({ ...block, text: unescapeText(block.text) }));
}

/** Blocks as the text a person reads: a blank line between paragraphs, a bullet before each item of a list. */
export function formatBlocks(blocks: readonly Block[]): string {
  let text = '';
  let before: Block['role'] | null = null;
  for (const block of blocks) {
    const isItem = block.role === 'item';
    const lines = isItem ? `• ${block.text.replace(BULLET, '')}` : block.text.replace(new RegExp(BULLET.source, 'gm'), '• ');
    if (before !== null) text += isItem && before === 'item' ? '\n' : '\n\n';
    text += lines;
    before = block.role;
  }
  return text;
}

/** One line of text from a value that may hold markup or entities; null when nothing is left. */
export function plainText(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string' || value.length > 5000) return null;
  const html = unescapeMarkup(value);
  const text = TAG.test(html) || ENTITY.test(html) ? loadHtml(html.replace(/<(br|\/p|\/div|\/li)\b/gi, ' <$1'), 'fragment').text() : html;
  const line = cleanText(unescapeText(text)).replace(/\s+/g, ' ');
  return line === '' ? null : line;
}

function unescapeMarkup(text: string): string {
  let html = text;
  for (let round = 0; round < MAX_UNESCAPES && ESCAPED_TAG.test(html) && !TAG.test(html); round += 1) html = decode(html);
  return html;
}

/** Entities that are still there once the markup is gone were escaped twice. */
function unescapeText(text: string): string {
  return ENTITY.test(text) ? cleanText(decode(text)) : text;
}

/** As text, so that a `<` in it stays one. */
function decode(text: string): string {
  return loadHtml(text.replaceAll('<', '&lt;'), 'fragment').text();
}
