/** One selector of a rule, as far as it can be held against a page that nobody has touched. */
export interface Selector {
  text: string;
  /** `#id`, `.class` or a tag name that an element must have to match; `*` when any element may. */
  key: string;
  /** Greater wins: ids × 10000 + classes × 100 + tags. */
  specificity: number;
}

const LONGEST = 400;
/** Matches what depends on a person doing something, on being printed, or on parts that are no elements. */
const PASSING =
  /:(?:hover|focus(?:-\w+)?|active|visited|link|target|checked|disabled|enabled|fullscreen|open|placeholder(?:-\w+)?|before|after|first-l\w+|selection|has|host|slotted|part|-[\w-]+)|::|&/;

/**
 * The selectors of a rule that may match an untouched page.
 * @param has tells whether the page has elements with a key; most rules of a large sheet are for other pages.
 */
export function readSelectors(selectors: string, has: (key: string) => boolean): Selector[] {
  return splitAtCommas(selectors).flatMap((part) => {
    const text = part.trim();
    if (text === '' || text.length > LONGEST) return [];
    const key = keyOf(text);
    return has(key) && !PASSING.test(text) ? [{ text, key, specificity: specificityOf(text) }] : [];
  });
}

function keyOf(selector: string): string {
  const plain = /[[(]/.test(selector) ? withoutBrackets(selector) : selector;
  let start = plain.length;
  while (start > 0 && !' >+~\n\t\r\f'.includes(plain[start - 1] ?? '')) start -= 1;
  const last = plain.slice(start);
  if (last.includes('\\')) return '*';
  const named = /#[^#.:]+/.exec(last) ?? /\.[^#.:]+/.exec(last);
  return named?.[0] ?? /^[a-z][\w-]*/i.exec(last)?.[0].toLowerCase() ?? '*';
}

function specificityOf(selector: string): number {
  const flat = selector
    .replace(/\\./g, 'x')
    .replace(/:where\([^()]*\)/g, '')
    .replace(/\[[^\]]*\]/g, '.x');
  const count = (pattern: RegExp) => flat.match(pattern)?.length ?? 0;
  return count(/#[\w-]/g) * 10_000 + count(/\.[\w-]|:(?!not\(|is\(|where\()[a-z]/g) * 100 + count(/(?:^|[\s>+~(])[a-z]/gi);
}

/** What stands in brackets, and the arguments of `:not()` and its like, names no element to look for. */
function withoutBrackets(selector: string): string {
  let flat = selector.replace(/\[[^\]]*\]/g, '');
  for (let before = ''; before !== flat;) {
    before = flat;
    flat = flat.replace(/\([^()]*\)/g, '');
  }
  return flat.trim();
}

function splitAtCommas(selectors: string): string[] {
  if (!/[([]/.test(selectors)) return selectors.split(',');
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < selectors.length; at += 1) {
    const char = selectors[at] ?? '';
    if ('(['.includes(char)) depth += 1;
    else if (')]'.includes(char)) depth -= 1;
    else if (char === ',' && depth === 0) {
      parts.push(selectors.slice(start, at));
      start = at + 1;
    }
  }
  return [...parts, selectors.slice(start)];
}
