import type { Element } from 'domhandler';
import { WAYS, readHiding, type Way } from './read-hiding.ts';

const HIDDEN_CLASSES = /(^|\s)(sr-only|visually-?hidden|screen-reader-(text|only)|u-hidden(-visually)?|hidden-visually|a11y-hidden)(\s|$)/i;

/** Would a person looking at the page not see this element, as far as its own attributes tell? */
export function isHidden(element: Element): boolean {
  return wayHidden(element) !== null;
}

/** How an element's own attributes hide it: `said` by one that is there for that, or by a way of its style; null when they do not. */
export function wayHidden(element: Element): 'said' | Way | null {
  const { hidden, style, popover } = element.attribs;
  if (hidden !== undefined || popover !== undefined || element.attribs['aria-hidden']?.trim().toLowerCase() === 'true') return 'said';
  if (HIDDEN_CLASSES.test(element.attribs['class'] ?? '')) return 'said';
  if (element.name === 'dialog' && element.attribs['open'] === undefined) return 'said';
  if (style === undefined) return null;
  const says = readHiding(style);
  return WAYS.find((way) => says[way]?.hides) ?? null;
}
