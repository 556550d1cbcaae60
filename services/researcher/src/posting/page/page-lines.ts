import type { CheerioAPI } from 'cheerio';
import { isTag, isText, type AnyNode, type Element } from 'domhandler';
import { cleanText } from '../../extract/clean-text.ts';
import { isHidden } from '../../extract/is-hidden.ts';
import { readLabel } from './labels.ts';

/** One visible line of a page, with what its markup says about it. */
export interface Line {
  text: string;
  /** The runs of text that elements inside the line set apart; one for a line without any. */
  parts: string[];
  /** Class, id and test names of the element and of those that wrap nothing else, in lower case with single spaces. */
  hints: string;
  /** 1–6 for a heading, else 0. */
  level: number;
  /** The element that starts the line: a `dt` or `label` names what follows. */
  tag: string;
  /** Part of what surrounds the page's own matter: navigation and footer. */
  isAround: boolean;
}

const SKIPPED = new Set('script style noscript template select option textarea svg canvas iframe object video audio head map'.split(' '));
const INLINE = new Set(
  'a abbr b bdi bdo big cite code data em font i ins mark q s samp small span strike strong sub sup time tt u var wbr nobr'.split(' '),
);
const AROUND = new Set(['nav', 'footer']);
const AROUND_ROLES = new Set(['navigation', 'contentinfo', 'dialog', 'search', 'menu', 'menubar']);
const AROUND_NAMES =
  /(?:^|[\s_-])(?:cookies?|consent|onetrust|breadcrumbs?|site-?footer|global-?footer|site-?nav|navbar|mega-?menu|similar-jobs|related-jobs|recommended-jobs)(?:[\s_-]|$)/i;
const MAX_LINES = 3000;
/** Of one line; what is longer is no fact, and looking through it would cost. */
const MAX_LINE = 4000;
const MAX_PARTS = 200;
const HINT_ATTRIBUTES = [
  'class',
  'id',
  'data-automation-id',
  'data-testid',
  'data-test',
  'data-qa',
  'data-ui',
  'data-cy',
  'itemprop',
  'property',
  'name',
  'for',
];

/** What only screen readers say. */
const SPOKEN = /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-(?:text|only))(?:\s|$)/i;

/** The visible lines of a page in reading order. */
export function collectLines($: CheerioAPI): Line[] {
  const bodies = $('body').toArray();
  const controls = $('input,select,textarea')
    .toArray()
    .flatMap((element) => element.attribs['id'] ?? []);
  const walk = new LineWalk(bodies, new Set(controls));
  for (const body of bodies) walk.visit(body, false);
  walk.flush();
  return walk.lines;
}

class LineWalk {
  readonly lines: Line[] = [];
  #parts: { text: string; element: Element }[] = [];
  #isAround = false;
  #isNewPart = true;
  #block: Element | null = null;
  readonly #lengths = new Map<AnyNode, number>();
  readonly #total: number;
  readonly #controls: ReadonlySet<string>;

  /** `controls` are the ids of form fields: their labels ask the reader for something and tell nothing. */
  constructor(roots: readonly AnyNode[], controls: ReadonlySet<string>) {
    this.#controls = controls;
    this.#total = roots.reduce((sum, root) => sum + this.#lengthOf(root), 0);
  }

  visit(node: AnyNode, isAround: boolean): void {
    if (this.lines.length > MAX_LINES) return;
    if (isText(node)) this.#add(node.data, node.parent);
    else if (isTag(node) && !SKIPPED.has(node.name) && (!isHidden(node) || isSpokenLabel(node)))
      this.#visitElement(node, isAround || this.#surrounds(node));
  }

  flush(): void {
    const text = cleanText(
      this.#parts
        .map((part) => part.text)
        .join('')
        .slice(0, MAX_LINE),
    ).replace(/\n/g, ' ');
    const first = this.#parts.find((part) => part.text.trim() !== '')?.element;
    if (text !== '' && first !== undefined) this.lines.push(this.#lineOf(text, first));
    this.#parts = [];
    this.#isNewPart = true;
  }

  #visitElement(element: Element, isAround: boolean): void {
    const inline = INLINE.has(element.name);
    if (element.name === 'label' && this.#controls.has(element.attribs['for'] ?? '')) return;
    if (element.name === 'br' || !inline) this.flush();
    const before = { block: this.#block, around: this.#isAround };
    if (!inline) this.#block = element;
    this.#isAround = isAround;
    this.#startPart();
    for (const child of element.children) this.visit(child, isAround);
    this.#startPart();
    if (!inline) this.flush();
    this.#block = before.block;
    this.#isAround = before.around;
  }

  /** By its kind, its role, or a name that is only believed of a small part of the page. */
  #surrounds(element: Element): boolean {
    if (AROUND.has(element.name) || AROUND_ROLES.has(element.attribs['role'] ?? '')) return true;
    if (element.name === 'body' || element.name === 'main' || INLINE.has(element.name)) return false;
    const named = AROUND_NAMES.test(`${element.attribs['class'] ?? ''} ${element.attribs['id'] ?? ''}`);
    return named && this.#lengthOf(element) < this.#total / 4;
  }

  #add(data: string, parent: AnyNode | null): void {
    if (parent === null || !isTag(parent)) return;
    const last = this.#parts.at(-1);
    const text = data.replace(/\s+/g, ' ');
    if (last !== undefined && !this.#isNewPart) last.text += text;
    else if (this.#parts.length < MAX_PARTS) this.#parts.push({ text, element: parent });
    this.#isNewPart = false;
  }

  #startPart(): void {
    this.#isNewPart = true;
  }

  #lineOf(text: string, first: Element): Line {
    const parts = this.#parts.map((part) => cleanText(part.text).replace(/^[\s|/·•,;:]+|[\s|/·•,;]+$/g, '')).filter((part) => part !== '');
    const block = this.#block ?? first;
    return {
      text,
      parts: parts.length === 0 ? [text] : parts,
      hints: this.#hintsOf(first, text.length),
      level: levelOf(first),
      tag: block.name,
      isAround: this.#isAround,
    };
  }

  #hintsOf(element: Element, length: number): string {
    const hints: string[] = [];
    let at: AnyNode | null = element;
    for (let step = 0; step < 4 && at !== null && isTag(at) && this.#lengthOf(at) <= length * 1.5 + 20; step += 1, at = at.parent) {
      for (const name of HINT_ATTRIBUTES) if (at.attribs[name] !== undefined) hints.push(at.attribs[name]);
    }
    return hints
      .join(' ')
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .replace(/[\s_-]+/g, ' ')
      .toLowerCase()
      .slice(0, 400);
  }

  #lengthOf(node: AnyNode): number {
    if (isText(node)) return node.data.trim().length;
    if (!isTag(node) || SKIPPED.has(node.name)) return 0;
    const length = this.#lengths.get(node) ?? node.children.reduce((sum, child) => sum + this.#lengthOf(child), 0);
    this.#lengths.set(node, length);
    return length;
  }
}

/** Labels that an icon stands for are written for screen readers only. */
function isSpokenLabel(element: Element): boolean {
  return SPOKEN.test(element.attribs['class'] ?? '') && readLabel(cleanText(textOf(element))) !== null;
}

function textOf(element: Element): string {
  return element.children.map((child) => (isText(child) ? child.data : isTag(child) ? textOf(child) : '')).join('');
}

function levelOf(element: Element): number {
  for (let at: AnyNode | null = element; at !== null && isTag(at); at = at.parent) {
    const level = /^h([1-6])$/.exec(at.name)?.[1];
    if (level !== undefined) return Number(level);
    if (at.attribs['role'] === 'heading') return Number(at.attribs['aria-level'] ?? 2) || 2;
    if (!INLINE.has(at.name)) return 0;
  }
  return 0;
}
