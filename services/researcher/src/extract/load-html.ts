import { load, type CheerioAPI } from 'cheerio';
import type { Document, ParentNode } from 'domhandler';
import { adapter } from 'parse5-htmlparser2-tree-adapter';
import { hasTooManyAttributes } from './count-attributes.ts';

/** The page cannot be used; `message` is a sentence for the person. */
export class ExtractFailed extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ExtractFailed';
  }
}

const MAX_DEPTH = 512;
const MAX_ELEMENTS = 150_000;
/** Siblings looked through to put nodes before or take them out of others; grows with the square on hostile markup. */
const MAX_SEARCHED = 20_000_000;

/**
 * Parses a page or a fragment within bounds. The bounds are held while the tree grows, because a few kilobytes of markup can make the
 * parser build millions of elements, and no reading of the markup beforehand tells what it will do with it.
 * @throws ExtractFailed when the markup is not safe to parse.
 */
export function loadHtml(html: string, what: 'page' | 'fragment'): CheerioAPI {
  if (hasTooManyAttributes(html)) throw new ExtractFailed('The page’s markup is not safe to read (a tag with too many attributes).');
  return load(html, { treeAdapter: boundedAdapter() }, what === 'page');
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
      return adapter.createElement(name, namespace, attributes);
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
      adapter.insertTextBefore(parent, text, reference);
    },
    detachNode(node) {
      search(node.parent);
      adapter.detachNode(node);
    },
  };
}

function checkDepth(parent: ParentNode): void {
  let depth = 0;
  for (let above: ParentNode | Document | null = parent; above !== null; above = above.parent) depth += 1;
  if (depth > MAX_DEPTH) throw new ExtractFailed('The page’s markup is not safe to read (nested too deeply).');
}
