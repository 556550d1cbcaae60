import type { Block } from './collect-blocks.ts';
import { isDateLine } from './is-date-line.ts';

/** Lines that lead elsewhere, by how they begin, in the languages of Europe and a few more. */
const POINTERS =
  /^(?:related\b|read (?:more|also|next)|also (?:read|see|on)\b|see also|more (?:on|from|about|stories|news)\b|recommended|don.t miss|filed under|tags?:|topics?:|categor(?:y|ies):|continue reading|(?:story|article) continues|scroll (?:down )?to continue|advertisement|sponsored|leave a (?:comment|reply)|loading|leia (?:também|mais)|lea también|lee también|te puede interesar|lesen sie auch|mehr zum thema|lire aussi|à lire|voir aussi|veja também|leggi anche|lees ook|läs också|les også|læs også|czytaj też|baca juga|читайте также|tempo de leitura|lesezeit|lesedauer|temps de lecture|tiempo de lectura|reading time|\d+ min(?:ute)?s? read\b)/i;
/** The same for beginnings that sentences have too: these must be links, or a few words. */
const CALLS =
  /^(?:watch|listen|subscribe|sign up|join (?:us|our)|follow|share|tweet|click to tweet|like us|comments?|skip|print|e-?mail|photos?|images?|gallery|video|slideshow|tags?|topics?|categor(?:y|ies))\b/i;
const COUNTER = /^(?:\p{L}+ )?\d+ ?(?:of|\/|von|de|sur|di|van|av) ?\d+$/iu;
const BYLINE =
  /^(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or|[Dd]i|[Dd]oor|[Aa]f|[Aa]v)\s+(?:\p{Lu}[\p{L}.’'-]*[\s,]*(?:(?:and|und|et|y|e|og|&)\s+)?){1,6}(?:[|•·–-].*)?$/u;
/** Who took a picture, as newspapers write it. */
const CREDIT =
  /(?:^|[(|]\s*)(?:photos?|images?|pictures?|credits?|foto|bild|crédits?|source)(?: (?:by|credit|courtesy|via))?\s*[:©]|^©|^.{0,80}\b(?:getty images|shutterstock|istock(?:photo)?|afp|ap photo|reuters|unsplash|pixabay)\)?\.?$/i;
const POINTER_MAX = 160;
const CREDIT_MAX = 400;
/** The first paragraph of this length ends the head, where title and authors stand. */
const FIRST_PARAGRAPH = 150;

/**
 * Leaves out the lines of an article that are no part of its text: its title again, datelines, picture credits, pointers elsewhere.
 * @param titles what the page calls itself in its head and in its main heading.
 */
export function dropLines(blocks: readonly Block[], titles: readonly string[]): Block[] {
  const named = titles.map(plain);
  const kept: Block[] = [];
  let atHead = true;
  for (const block of blocks) {
    const { text, role } = block;
    if ((atHead || role === 'heading') && named.some((title) => isTitle(text, title))) continue;
    if (atHead && text.length < 80 && BYLINE.test(text)) continue;
    if (isDateLine(text) || isCredit(text) || isPointer(block)) continue;
    kept.push(block);
    if (text.length > FIRST_PARAGRAPH) atHead = false;
  }
  // A heading with nothing below it announced something that has been left out.
  while (kept.at(-1)?.role === 'heading') kept.pop();
  return kept;
}

/** Does a text say whose picture stands beside it? */
export function isCredit(text: string): boolean {
  return text.length < CREDIT_MAX && CREDIT.test(text);
}

function isTitle(line: string, title: string): boolean {
  const text = plain(line);
  return text.length > 10 && text.length < 300 && (title === text || (title.includes(text) && text.length > title.length / 2));
}

function isPointer({ text, linked }: Block): boolean {
  if (text.length >= POINTER_MAX) return false;
  if (COUNTER.test(text)) return true;
  const short = text.length < 60 && !/[.!?]$/.test(text);
  if (POINTERS.test(text)) return short || linked > 0.3;
  return CALLS.test(text) && (linked > 0.3 || (text.split(/\s+/).length <= 3 && !/[.!?]$/.test(text)));
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
