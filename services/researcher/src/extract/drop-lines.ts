import type { Block } from './collect-blocks.ts';
import { isDateLine } from './is-date-line.ts';

/** Lines that lead elsewhere or ask for something, by how they begin. */
const LEADS =
  /^(?:related|read (?:more|also|next)|also (?:read|see|on)|see also|more (?:on|from|about|stories|news)|recommended|don.t miss|watch|listen|subscribe|sign up|join (?:us|our)|follow|share|tweet|like us|filed under|tags?|topics?|categor(?:y|ies)|continue reading|story continues|article continues|advertisement|sponsored|comments?|leave a (?:comment|reply)|loading|skip|print|e-?mail|photos?|images?|gallery|video|slideshow|leia|lea |lesen sie|lire aussi|voir aussi|ver también|veja|baca juga|читайте|lees ook|läs också|tempo de leitura|lesezeit|temps de lecture|reading time|\d+ min(?:ute)?s? read)\b/i;
/** Who took a picture, as newspapers write it. */
export const CREDIT =
  /(?:^|[(|]\s*)(?:photos?|images?|pictures?|credits?|foto|bild|crédits?|source)(?: (?:by|credit|courtesy|via))?\s*[:©]|^©|^.{0,80}\b(?:getty images|shutterstock|istock(?:photo)?|afp|ap photo|reuters|unsplash|pixabay)\)?\.?$/i;
const LEAD_MAX = 160;
const CREDIT_MAX = 400;

/** Leaves out the lines of an article that are no part of its text: its title again, datelines, picture credits, pointers elsewhere. */
export function dropLines(blocks: readonly Block[], title: string): Block[] {
  const bare = plain(title);
  return blocks.filter((block, index) => !(isTitle(block, bare, index) || isDateLine(block.text) || isCredit(block) || isPointer(block)));
}

function isTitle(block: Block, title: string, index: number): boolean {
  if (index > 3 && block.role !== 'heading') return false;
  const text = plain(block.text);
  return text.length > 10 && text.length < 300 && (title === text || (title.includes(text) && text.length > title.length / 2));
}

function isCredit({ text }: Block): boolean {
  return text.length < CREDIT_MAX && CREDIT.test(text);
}

function isPointer({ text, linked }: Block): boolean {
  if (text.length >= LEAD_MAX) return false;
  return LEADS.test(text) && (linked > 0.3 || text.length < 60);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
