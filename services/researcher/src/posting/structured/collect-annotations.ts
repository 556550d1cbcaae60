import type { CheerioAPI } from 'cheerio';
import { isTag, type AnyNode, type Element } from 'domhandler';
import type { Json } from '../values/json.ts';

interface Dialect {
  /** Starts an item. */
  scope: string;
  type: string;
  property: string;
}

const DIALECTS: Dialect[] = [
  { scope: 'itemscope', type: 'itemtype', property: 'itemprop' },
  { scope: 'typeof', type: 'typeof', property: 'property' },
];
const JOB_TYPE = /(?:^|[/:#\s])JobPosting(?:\s|$)/i;
/** Properties whose value is an address; what else is marked on a link is its text. */
const ADDRESSES = /^(?:url|sameAs|image|logo|mainEntityOfPage|additionalType)$/;
const MAX_DEPTH = 8;

/** The JobPosting items that a page marks in its own text, as microdata or RDFa, in the shape that JSON-LD has. */
export function collectAnnotations($: CheerioAPI): Json[] {
  return DIALECTS.flatMap((dialect) =>
    $(`[${dialect.type}]`)
      .toArray()
      .filter(isTag)
      .filter((element) => JOB_TYPE.test(element.attribs[dialect.type] ?? ''))
      .map((element) => readItem(element, dialect, $, 0)),
  );
}

function readItem(scope: Element, dialect: Dialect, $: CheerioAPI, depth: number): Json {
  const item: Json = { '@type': lastPart((scope.attribs[dialect.type] ?? '').trim()) };
  const visit = (nodes: readonly AnyNode[]): void => {
    for (const node of nodes) {
      if (!isTag(node)) continue;
      const names = (node.attribs[dialect.property] ?? '').trim();
      const isScope = node.attribs[dialect.scope] !== undefined;
      for (const name of names === '' ? [] : names.split(/\s+/).map(lastPart)) {
        add(item, name, isScope && depth < MAX_DEPTH ? readItem(node, dialect, $, depth + 1) : valueOf(node, name, $));
      }
      if (!isScope) visit(node.children);
    }
  };
  visit(scope.children);
  return item;
}

function add(item: Json, name: string, value: unknown): void {
  const before = item[name];
  item[name] = before === undefined ? value : [before, value].flat();
}

/** Markup is kept: a description needs its paragraphs. */
function valueOf(element: Element, property: string, $: CheerioAPI): string {
  const { content, href, src, datetime, value } = element.attribs;
  if (content !== undefined) return content;
  if (ADDRESSES.test(property)) return href ?? src ?? $(element).text();
  if (element.name === 'time') return datetime ?? $(element).text();
  if (element.name === 'data' || element.name === 'meter') return value ?? $(element).text();
  return $(element).html() ?? '';
}

/** `schema:title` and `https://schema.org/title` are `title`. */
function lastPart(name: string): string {
  return name.split(/[/:#]/).at(-1) ?? name;
}
