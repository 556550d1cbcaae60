import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { ExtractFailed } from './load-html.ts';
import { readCss } from './read-css.ts';
import { WAYS, readHiding, type Saying, type Way } from './read-hiding.ts';
import { readSelectors, type Selector } from './read-selector.ts';

interface Rule extends Selector, Saying {
  way: Way;
  order: number;
}

interface Match {
  rule: Rule;
  element: Element;
}

/** Elements held against selectors in all; a page with a megabyte of styles stays far below. */
const MAX_TESTS = 3_000_000;
const SPEAKS_OF_SIGHT =
  /display|visibility|opacity|clip|overflow|font|left|top|right|bottom|indent|margin|transform|scale|filter|colou?r|position|width|height|zoom/i;

/**
 * Elements that the stylesheets in the page itself hide, each by the rule that wins for it, with the style attribute counted in.
 * Sheets that would have to be fetched are not known.
 * @throws ExtractFailed when the styles ask for more comparing than any page does.
 */
export function findHiddenByCss($: CheerioAPI): Map<Element, Way> {
  const rules = readRules($);
  const hiding = rules.filter((rule) => rule.hides);
  const hidden = new Map<Element, Way>();
  if (hiding.length === 0) return hidden;
  const match = matcher($);
  const found = hiding.flatMap((rule) => match(rule, null));
  const elements = new Set(found.map(({ element }) => element));
  const shown = rules.filter((rule) => !rule.hides).flatMap((rule) => match(rule, elements));
  for (const way of WAYS) {
    const winners = new Map<Element, Rule>();
    for (const { rule, element } of [...found, ...shown]) {
      if (rule.way === way && wins(rule, winners.get(element))) winners.set(element, rule);
    }
    for (const [element, rule] of winners) if (rule.hides && !isOverruled(element, rule)) hidden.set(element, way);
  }
  return hidden;
}

function readRules($: CheerioAPI): Rule[] {
  const rules: Rule[] = [];
  $('style').each((_, style) => {
    if (/print|speech/.test(style.attribs['media'] ?? '')) return;
    for (const { selectors, declarations } of readCss($(style).text())) {
      if (!SPEAKS_OF_SIGHT.test(declarations)) continue;
      const says = Object.entries(readHiding(declarations)) as [Way, Saying][];
      if (says.length === 0) continue;
      for (const selector of readSelectors(selectors)) {
        for (const [way, saying] of says) rules.push({ ...selector, ...saying, way, order: rules.length });
      }
    }
  });
  return rules;
}

function matcher($: CheerioAPI): (rule: Rule, among: Set<Element> | null) => Match[] {
  const byKey = elementsByKey($);
  let tests = 0;
  return (rule, among) => {
    const keyed = byKey.get(rule.key) ?? [];
    const candidates = among === null ? keyed : keyed.filter((element) => among.has(element));
    tests += candidates.length;
    if (tests > MAX_TESTS) throw new ExtractFailed('The page’s markup is not safe to read (too many styles).');
    if (candidates.length === 0) return [];
    const matched = rule.text === rule.key ? candidates : filter($, candidates, rule.text);
    return matched.map((element) => ({ rule, element }));
  };
}

/** A selector that the page writes in a way nobody understands matches nothing, as in a browser. */
function filter($: CheerioAPI, candidates: Element[], selector: string): Element[] {
  try {
    return $(candidates).filter(selector).toArray();
  } catch (error) {
    if (error instanceof Error) return [];
    throw error;
  }
}

function elementsByKey($: CheerioAPI): Map<string, Element[]> {
  const byKey = new Map<string, Element[]>();
  const add = (key: string, element: Element) => {
    const known = byKey.get(key);
    if (known === undefined) byKey.set(key, [element]);
    else known.push(element);
  };
  // The page as a whole is never hidden: styles that say so wait for a script to take them back.
  $('body *').each((_, element) => {
    add('*', element);
    add(element.name, element);
    if (element.attribs['id']) add(`#${element.attribs['id']}`, element);
    for (const name of new Set((element.attribs['class'] ?? '').split(/\s+/))) if (name !== '') add(`.${name}`, element);
  });
  return byKey;
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
