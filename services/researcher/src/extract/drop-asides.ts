import { isTag, isText, type AnyNode, type Element } from 'domhandler';
import { isCredit } from './drop-lines.ts';
import { namedAs, partNames } from './part-names.ts';

/** Parts of an article that are no part of its text, told by their names, while they are small beside it. */
const ASIDES = namedAs(`
  related(?:-?(?:content|links?|articles?|stories|posts?))? recommend(?:ed|ations?)? trending popular most-read up-?next
  more-(?:stories|on|from|news) read-?(?:more|next) also-?read see-also promos? teasers? outbrain taboola
  shar(?:e|ing|er|edaddy) socials? social-(?:media|links?|share) follow(?:-us)? addthis addtoany
  newsletters? subscri(?:be|bers?|ption) sign-?up ctas? call-to-action opt-?in mailing-list paywall membership donat(?:e|ion)
  ads? adverts? advertis(?:ement|ing) sponsor(?:ed|s)? wpcnt
  comments? disqus respond discussion
  captions? captioned credits? attribution gallery slideshow carousel lightbox
  (?:rollover|tooltip|popover|hover|flyout|dropdown)(?:-\\w+)*-(?:block|box|card|content|body|inner|menu|panel|text)
  copyright author-?(?:bio|box|info) about-(?:the-)?author
`);
/** The same for names that real text may carry too: only a line or two is dropped for these. */
const BRIEFS = namedAs(`
  byline by-?author authors? date(?:line|-?time)? time-?stamp time published posted(?:-on)? updated read(?:ing)?-?time
  (?:post|entry|article)-?(?:meta|info|date) meta(?:-?data)?
  dek deck standfirst sub-?(?:title|headline) strapline kicker
  (?:inline-?|featured-?|story-?|post-?)?(?:image|img|photo|picture|thumb(?:nail)?)s?(?:-?(?:wrap|wrp|wrapper|container|embed|block|caption|credit))?
  tags? tag-?(?:list|cloud) keywords categor(?:y|ies) topics? breadcrumbs? pagination pager
  button btn print source short-?url skip
`);
const ASIDE_MAX = 1500;
const BRIEF_MAX = 400;
const CAPTION_MAX = 600;
const INLINE = new Set('a abbr b bdi cite code em font i mark q s small span strong sub sup u'.split(' '));

/**
 * Takes out of an article what stands beside its text: figures, captions, share bars, related links, datelines, boxes that ask for something.
 * @param article changed in place.
 */
export function dropAsides(article: Element): void {
  const total = measure(article).text;
  visit(article, total);
}

interface Size {
  text: number;
  linked: number;
}

function visit(parent: Element, total: number): void {
  parent.children = parent.children.filter((child) => {
    if (!isTag(child)) return true;
    visit(child, total);
    return !isAside(child, total);
  });
}

function isAside(element: Element, total: number): boolean {
  if (element.name === 'figure') return !hasData(element);
  const names = partNames(element);
  const inline = INLINE.has(element.name);
  const aside = ASIDES.test(names);
  const brief = !inline && BRIEFS.test(names);
  const boxed = /^(?:ul|ol|div|section|p|table|h[2-6])$/.test(element.name);
  if (!aside && !brief && !boxed) return false;
  const { text, linked } = measure(element);
  if (text > total / 4) return false;
  if (aside && text < ASIDE_MAX && element.name !== 'a') return true;
  if (brief && text < BRIEF_MAX) return true;
  if (text < CAPTION_MAX && hasCredit(element)) return true;
  return boxed && text > 0 && text < ASIDE_MAX && linked > 0.8 * text;
}

function hasData(figure: Element): boolean {
  return figure.children.some((child) => isTag(child) && (/^(?:table|pre|blockquote)$/.test(child.name) || hasData(child)));
}

/** A small box that says who took a picture is what stands below that picture. */
function hasCredit(box: Element): boolean {
  return box.name === 'div' && box.children.some((child) => isTag(child) && isCredit(textOf(child)));
}

function textOf(node: AnyNode): string {
  if (isText(node)) return node.data;
  return isTag(node) ? node.children.map(textOf).join('').trim() : '';
}

function measure(node: AnyNode): Size {
  if (isText(node)) return { text: node.data.trim().length, linked: 0 };
  if (!isTag(node)) return { text: 0, linked: 0 };
  const size = { text: 0, linked: 0 };
  for (const child of node.children) {
    const { text, linked } = measure(child);
    size.text += text;
    size.linked += linked;
  }
  // A heading that links to itself leads nowhere.
  if (node.name === 'a' && !node.attribs['href']?.startsWith('#')) size.linked = size.text;
  return size;
}
