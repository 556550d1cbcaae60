import type { CheerioAPI } from 'cheerio';
// Without the parts of cheerio that fetch pages, which take five times as long to load.
import { load } from 'cheerio/slim';
import type { Document, ParentNode } from 'domhandler';
import { parse, parseFragment } from 'parse5';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { hasTooManyAttributes } from './count-attributes.ts';

/** The page cannot be used; `message` is a sentence for the person. */
export class ExtractFailed extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ExtractFailed';
  }
}

const MAX_DEPTH = 512;
const MAX_ELEMENTS = 150_000;
/** Siblings looked through to put nodes before or take them out of others; grows with the square on hostile markup. */
const MAX_SEARCHED = 20_000_000;
/** Shorter texts are never kept in pieces. */
const SHORTEST_CHAIN = 12;
/** The parser takes a character reference with hundreds of them for no number. */
const LEADING_ZEROS = /&#(x?)0{9,}/gi;

/**
 * Parses a page or a fragment within bounds. The bounds are held while the tree grows, because a few kilobytes of markup can make the
 * parser build millions of elements, and no reading of the markup beforehand tells what it will do with it.
 * @throws ExtractFailed when the markup is not safe to parse.
 */
export function loadHtml(html: string, what: 'page' | 'fragment'): CheerioAPI {
  if (hasTooManyAttributes(html)) throw new ExtractFailed('The page’s markup is not safe to read (a tag with too many attributes).');
  try {
    const markup = html.replace(LEADING_ZEROS, (_, x: string) => `&#${x}0`);
    const options = { treeAdapter: boundedAdapter() };
    return load(what === 'page' ? parse(markup, options) : parseFragment(markup, options));
  } catch (error) {
    if (error instanceof ExtractFailed) throw error;
    // A parser that trips over a page is no fault of the run that reads it.
    throw new ExtractFailed('The page’s markup could not be read.', { cause: error });
  }
}

function boundedAdapter(): typeof adapter {
  let elements = 0;
  let searched = 0;
  const search = (parent: ParentNode | null) => {
    searched += parent?.children.length ?? 0;
    if (searched > MAX_SEARCHED) throw new ExtractFailed('The page’s markup is not safe to read (too much out of place).');
  };
  return {
    ...adapter,
    createElement(name, namespace, attributes) {
      elements += 1;
      if (elements > MAX_ELEMENTS) throw new ExtractFailed('The page’s markup is not safe to read (too many elements).');
      for (const { value } of attributes) settle(value);
      return adapter.createElement(name, namespace, attributes);
    },
    insertText(parent, text) {
      settle(text);
      adapter.insertText(parent, text);
    },
    appendChild(parent, node) {
      if ('children' in node) checkDepth(parent);
      adapter.appendChild(parent, node);
    },
    insertBefore(parent, node, reference) {
      if ('children' in node) checkDepth(parent);
      search(parent);
      adapter.insertBefore(parent, node, reference);
    },
    insertTextBefore(parent, text, reference) {
      search(parent);
      settle(text);
      adapter.insertTextBefore(parent, text, reference);
    },
    detachNode(node) {
      search(node.parent);
      adapter.detachNode(node);
    },
  };
}

/**
 * The parser builds each text character by character, which leaves a chain of joined pieces that takes many times the memory of the
 * text. Looking for its end makes the engine put the pieces together; it halves the memory and the time of a page.
 */
function settle(text: string): void {
  if (text.length > SHORTEST_CHAIN) /$/.test(text);
}

function checkDepth(parent: ParentNode): void {
  let depth = 0;
  for (let above: ParentNode | Document | null = parent; above !== null; above = above.parent) depth += 1;
  if (depth > MAX_DEPTH) throw new ExtractFailed('The page’s markup is not safe to read (nested too deeply).');
}
