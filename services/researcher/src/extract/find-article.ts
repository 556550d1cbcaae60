import { Element, Text, isTag, isText, type AnyNode } from 'domhandler';
import { Readability } from '@mozilla/readability';
import JSDOMParser, { type LightElement, type LightNode } from '@mozilla/readability/JSDOMParser.js';

/** What Readability looks at; nothing else is handed to it. */
const ATTRIBUTES = ['class', 'id', 'role', 'rel', 'itemprop', 'rowspan', 'colspan', 'summary', 'aria-modal'];
/** Never part of an article's text, whatever stands in it. */
const LEFT_OUT = new Set(
  'nav footer img picture source svg canvas iframe object embed video audio map button select option input textarea'.split(' '),
);
const VOID = new Set('area base br col hr link meta param track wbr'.split(' '));
const ESCAPES: Record<string, string> = { '&': '&#38;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
/** Readability's time grows with the square of some markup; real articles have a few thousand elements. */
const MAX_ELEMENTS = 20_000;
const TEXT_NODE = 3;
const ELEMENT_NODE = 1;

/**
 * The part of a page that Readability takes for its article, with the class names it had; null when there is none or the page is too
 * large for one. The page's own tree is left alone: Readability works on a copy in the light DOM that comes with it.
 * @param body without anything a person would not see.
 */
export function findArticle(body: Element, title: string, url: string): Element | null {
  if (countElements(body) > MAX_ELEMENTS) return null;
  const page = `<html><head><title>${escape(title)}</title></head><body>${writeChildren(body)}</body></html>`;
  const options = { keepClasses: true, disableJSONLD: true, serializer: (element: unknown) => element as LightElement };
  const article = new Readability<LightElement>(new JSDOMParser().parse(page, url), options).parse();
  return article?.content ? readBack(article.content) : null;
}

function countElements(parent: Element): number {
  return parent.children.reduce((count, child) => (isTag(child) ? count + 1 + countElements(child) : count), 0);
}

function writeChildren(element: Element): string {
  return element.children.map(write).join('');
}

/** Well-formed, which is all that the light parser reads; names that XML would not take are plain boxes. */
function write(node: AnyNode): string {
  if (isText(node)) return escape(node.data);
  if (!isTag(node) || LEFT_OUT.has(node.name)) return '';
  const name = /^[a-z][a-z0-9-]*$/.test(node.name) ? node.name : 'div';
  const attributes = ATTRIBUTES.flatMap((key) => (node.attribs[key] === undefined ? [] : ` ${key}="${escape(node.attribs[key])}"`));
  // Links within the page weigh less; where the others lead does not matter.
  if (node.attribs['href']?.startsWith('#')) attributes.push(' href="#here"');
  const tag = name + attributes.join('');
  return VOID.has(name) ? `<${tag}/>` : `<${tag}>${writeChildren(node)}</${name}>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char);
}

function readBack(element: LightElement): Element {
  const attributes = Object.fromEntries(element.attributes.map(({ name, value }) => [name, value]));
  return new Element(element.localName, attributes, element.childNodes.flatMap(readNode));
}

function readNode(node: LightNode): (Element | Text)[] {
  if (node.nodeType === TEXT_NODE) return [new Text(node.textContent)];
  return node.nodeType === ELEMENT_NODE ? [readBack(node as LightElement)] : [];
}
