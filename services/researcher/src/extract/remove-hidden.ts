import type { CheerioAPI } from 'cheerio';
import { isTag, isText, type Element, type ParentNode } from 'domhandler';
import { findHiddenByCss } from './find-hidden-by-css.ts';
import { wayHidden } from './is-hidden.ts';
import type { Way } from './read-hiding.ts';

type Hidden = (element: Element) => 'said' | Way | null;
type Unseen = (element: Element) => boolean;

const NEVER_SEEN = new Set('script style template noscript noframes noembed head title meta link base datalist rp'.split(' '));
/** Less text than this is no page: what is hidden by style then waits for a script to show it. */
const EMPTY_PAGE = 200;

/**
 * Takes out of a page what a person would not see: comments, scripts, templates, and elements that are hidden by attribute, by their
 * own style or by a stylesheet in the page. What such a page says in its head and its structured data must have been read before.
 * @throws ExtractFailed when its styles are not safe to read.
 */
export function removeHidden($: CheerioAPI): void {
  const byCss = findHiddenByCss($);
  const known = new Map<Element, ReturnType<Hidden>>();
  const hidden: Hidden = (element) => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const way = NEVER_SEEN.has(element.name) ? 'said' : (wayHidden(element) ?? byCss.get(element) ?? null);
    known.set(element, /^(?:html|body)$/.test(element.name) ? null : way);
    return known.get(element) ?? null;
  };
  const root = $.root()[0];
  if (root !== undefined) prune(root, chooseUnseen(root, hidden));
}

/**
 * Pages that fade in as one scrolls, or that are shown by a script when it is ready, hide nearly all they have. A text that is hidden
 * from readers is always the smaller part of what they see; so when it is the greater, the styles are not taken at their word.
 */
function chooseUnseen(root: ParentNode, hidden: Hidden): Unseen {
  const strict: Unseen = (element) => hidden(element) !== null;
  const unfaded: Unseen = (element) => !['opacity', 'visibility', null].includes(hidden(element));
  const unstyled: Unseen = (element) => hidden(element) === 'said';
  const seen = seenLength(root, strict);
  if (seen < EMPTY_PAGE && seenLength(root, unstyled) > 10 * seen) return unstyled;
  return seenLength(root, unfaded) > 2 * seen ? unfaded : strict;
}

function seenLength(parent: ParentNode, unseen: Unseen): number {
  let length = 0;
  for (const child of parent.children) {
    if (isText(child)) length += child.data.trim().length;
    else if (isTag(child) && !unseen(child)) length += seenLength(child, unseen);
  }
  return length;
}

function prune(parent: ParentNode, unseen: Unseen): void {
  parent.children = parent.children.filter((child) => isText(child) || (isTag(child) && !unseen(child)));
  for (const child of parent.children) if (isTag(child)) prune(child, unseen);
}
