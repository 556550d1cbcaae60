import type { CheerioAPI } from 'cheerio';
import { isTag, type Element } from 'domhandler';
import { indexElements } from './index-elements.ts';
import { ExtractFailed } from './load-html.ts';
import { readCss, type CssRule } from './read-css.ts';
import { WAYS, readHiding, type Saying, type Way } from './read-hiding.ts';
import { readSelectors, type Selector } from './read-selector.ts';

interface WrittenRule extends CssRule {
  /** Place in the page's sheets: of two that are otherwise equal the later wins. */
  order: number;
}

interface Rule extends Selector, Saying {
  way: Way;
  order: number;
  /** Elements that have what the selector asks of its last part. */
  candidates: Element[];
}

interface Match {
  rule: Rule;
  element: Element;
}

/** Steps of holding elements against selectors in all; a page with a megabyte of styles stays far below. */
const MAX_STEPS = 10_000_000;
/** Selectors that look through an element's siblings, which are as many as its like in a hostile page. */
const AMONG_SIBLINGS = /[~+]|:nth|-child|-of-type/;
/** Declarations without any of this hide nothing. */
const MAY_HIDE =
  /none|hidden|collapse|opacity|clip|inset|zoom|scale|translate|transparent|hsla|rgba|-\s*\d{3}|(?:width|height|size|font)\s*:\s*[01.]|(?:^|[;\s])color\s*:[\s\S]*background|background[\s\S]*[;\s]color\s*:/i;
/** Declarations without any of this take no hiding back. */
const MAY_SHOW = /display|visibility|opacity|position|clip|overflow/i;

/**
 * Elements that the stylesheets in the page itself hide, each by the rule that wins for it, with the style attribute counted in.
 * Sheets that would have to be fetched are not known.
 * @throws ExtractFailed when the styles ask for more comparing than any page does.
 */
export function findHiddenByCss($: CheerioAPI): Map<Element, Way> {
  const hidden = new Map<Element, Way>();
  const written = writtenRules($);
  const mayHide = written.filter(({ declarations }) => MAY_HIDE.test(declarations));
  if (mayHide.length === 0) return hidden;
  const match = matcher($);
  const hits = parseRules(mayHide, indexElements(bodyOf($)), true).flatMap(match);
  if (hits.length === 0) return hidden;
  const mayShow = written.filter(({ declarations }) => MAY_SHOW.test(declarations));
  const shows = parseRules(mayShow, indexElements(hits.map(({ element }) => element)), false).flatMap(match);
  const matches = [...hits, ...shows];
  for (const way of WAYS) {
    const winners = new Map<Element, Rule>();
    for (const { rule, element } of matches) if (rule.way === way && wins(rule, winners.get(element))) winners.set(element, rule);
    for (const [element, rule] of winners) if (rule.hides && !isOverruled(element, rule)) hidden.set(element, way);
  }
  return hidden;
}

function writtenRules($: CheerioAPI): WrittenRule[] {
  const sheets = $('style').toArray();
  const onScreen = sheets.filter((style) => !/print|speech/.test(style.attribs['media'] ?? ''));
  return onScreen.flatMap((style) => readCss($(style).text())).map((rule, order) => ({ ...rule, order }));
}

/** The rules that hide, or those that show, as far as any of the elements may match them. */
function parseRules(written: WrittenRule[], index: Map<string, Element[]>, hides: boolean): Rule[] {
  return written.flatMap(({ selectors, declarations, order }) => {
    const matching = readSelectors(selectors, (key) => index.has(key));
    if (matching.length === 0) return [];
    const says = Object.entries(readHiding(declarations)).filter(([, saying]) => saying.hides === hides) as [Way, Saying][];
    return matching.flatMap((selector) =>
      says.map(([way, saying]) => ({ ...selector, ...saying, way, order, candidates: index.get(selector.key) ?? [] })),
    );
  });
}

function matcher($: CheerioAPI): (rule: Rule) => Match[] {
  let steps = 0;
  return (rule) => {
    steps += rule.candidates.length * (AMONG_SIBLINGS.test(rule.text) ? rule.candidates.length : 1);
    if (steps > MAX_STEPS) throw new ExtractFailed('The page’s markup is not safe to read (too many styles).');
    const matched = rule.text === rule.key ? rule.candidates : filter($, rule.candidates, rule.text);
    return matched.map((element) => ({ rule, element }));
  };
}

/** A selector that is written in a way nobody understands matches nothing, as in a browser. */
function filter($: CheerioAPI, candidates: Element[], selector: string): Element[] {
  try {
    return $(candidates).filter(selector).toArray();
  } catch (error) {
    if (error instanceof Error) return [];
    throw error;
  }
}

/** All elements in the body. It is not among them itself: styles that hide it wait for a script to take them back. */
function bodyOf($: CheerioAPI): Element[] {
  const found: Element[] = [];
  const visit = (parent: Element | undefined) => {
    for (const child of parent?.children ?? []) {
      if (!isTag(child)) continue;
      found.push(child);
      visit(child);
    }
  };
  visit($('body')[0]);
  return found;
}

function wins(rule: Rule, other: Rule | undefined): boolean {
  if (other === undefined) return true;
  if (rule.important !== other.important) return rule.important;
  return rule.specificity > other.specificity || (rule.specificity === other.specificity && rule.order > other.order);
}

/** Does the element's own style attribute take the rule back? */
function isOverruled(element: Element, rule: Rule): boolean {
  const own = readHiding(element.attribs['style'] ?? '')[rule.way];
  return own !== undefined && !own.hides && (own.important || !rule.important);
}
