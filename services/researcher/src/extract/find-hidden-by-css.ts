import type { CheerioAPI } from 'cheerio';
import { isTag, type Element } from 'domhandler';
import { indexElements } from './index-elements.ts';
import { ExtractFailed } from './load-html.ts';
import { readCss, type CssRule } from './read-css.ts';
import { WAYS, readHiding, type Saying, type Way } from './read-hiding.ts';
import { readSelectors, type Selector } from './read-selector.ts';

/** A rule that has a say on the page, with those of its selectors that some element may match. */
interface PageRule {
  selectors: Selector[];
  declarations: string;
  /** Place in the page's sheets: of two that are otherwise equal the later wins. */
  order: number;
}

interface Rule extends Selector, Saying {
  way: Way;
  order: number;
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
  if (written.length === 0) return hidden;
  const all = indexElements(bodyOf($));
  const rules = rulesOfPage(written, all);
  const match = matcher($);
  const hits = parseRules(rules, MAY_HIDE, true).flatMap((rule) => match(rule, all));
  if (hits.length === 0) return hidden;
  const hit = indexElements(new Set(hits.map(({ element }) => element)));
  const shows = parseRules(rules, MAY_SHOW, false).flatMap((rule) => match(rule, hit));
  const matches = [...hits, ...shows];
  for (const way of WAYS) {
    const winners = new Map<Element, Rule>();
    for (const { rule, element } of matches) if (rule.way === way && wins(rule, winners.get(element))) winners.set(element, rule);
    for (const [element, rule] of winners) if (rule.hides && !isOverruled(element, rule)) hidden.set(element, way);
  }
  return hidden;
}

function writtenRules($: CheerioAPI): CssRule[] {
  const onScreen = $('style').filter((_, style) => !/print|speech/.test(style.attribs['media'] ?? ''));
  return onScreen.toArray().flatMap((style) => readCss($(style).text()));
}

/** Most rules of a large sheet are for other pages. */
function rulesOfPage(written: CssRule[], index: Map<string, Element[]>): PageRule[] {
  const has = (key: string) => index.has(key);
  return written.flatMap(({ selectors, declarations }, order) => {
    const matching = readSelectors(selectors, has);
    return matching.length > 0 ? [{ selectors: matching, declarations, order }] : [];
  });
}

function parseRules(rules: PageRule[], mayMatter: RegExp, hides: boolean): Rule[] {
  return rules.flatMap(({ selectors, declarations, order }) => {
    if (!mayMatter.test(declarations)) return [];
    const says = Object.entries(readHiding(declarations)).filter(([, saying]) => saying.hides === hides) as [Way, Saying][];
    return selectors.flatMap((selector) => says.map(([way, saying]) => ({ ...selector, ...saying, way, order })));
  });
}

function matcher($: CheerioAPI): (rule: Rule, index: Map<string, Element[]>) => Match[] {
  let steps = 0;
  return (rule, index) => {
    const candidates = index.get(rule.key) ?? [];
    if (candidates.length === 0) return [];
    steps += candidates.length * (AMONG_SIBLINGS.test(rule.text) ? candidates.length : 1);
    if (steps > MAX_STEPS) throw new ExtractFailed('The page’s markup is not safe to read (too many styles).');
    const matched = rule.text === rule.key ? candidates : filter($, candidates, rule.text);
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
  visit($.root().children('html').children('body')[0]);
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
