import { readLabel } from './labels.ts';
import type { Line } from './page-lines.ts';
import type { PageTitles } from './page-titles.ts';
import type { LabelledValue } from './read-labels.ts';
import { squeeze } from '../values/squeeze.ts';
import { isGenericTitle, namesRole, splitTitle } from './title-words.ts';

export interface ChosenTitle {
  text: string;
  /** Index of the line that shows it; null when only the page's metadata does. */
  line: number | null;
}

const MAX_TITLE = 180;
const HINT =
  /(?:job|position|posting|vacancy|role|offer|opening|opportunity|requisition)\s?(?:post(?:ing)?\s)?(?:title|name|header|headline|heading)|\b(?:app|page|section|card|detail|details)\s?(?:title|header)\b|\b(?:headline|title)\b/;
/** A heading that something else speaks for; one that nothing speaks for is the last resort. */
const ENOUGH = 3.5;
const BARE_HEADING = 3;

/** The job's title as the page shows it: the heading that the page's own titles, its address and its class names agree on. */
export function chooseTitle(lines: readonly Line[], titles: PageTitles, labels: readonly LabelledValue[], url: string): ChosenTitle | null {
  const slug = squeeze(decodeSafely(new URL(url).pathname));
  const scored = lines.map((line, index) => ({ line, index, score: scoreLine(line, titles, slug) }));
  const best = scored.reduce<(typeof scored)[number] | null>((top, next) => (top === null || next.score > top.score ? next : top), null);
  const heading = (least: number): ChosenTitle | null =>
    best === null || best.score < least ? null : { text: withoutNumber(spellAs(titles, best.line.text)), line: best.index };
  return heading(ENOUGH) ?? fromMetadata(titles, lines) ?? fromLabels(labels) ?? beforeLabels(lines, labels) ?? heading(BARE_HEADING);
}

/** "Pump Engineer - (1234)" carries the number of the requisition. */
function withoutNumber(text: string): string {
  return text.replace(/\s*[-–]?\s*(?:\((?:(?:job|req|ref|id)\W{0,3})*#?[A-Z]{0,3}-?\d{3,}\)|#\d{3,})$/i, '') || text;
}

/** As the page's head spells it: what is shown has its dashes and quotes set by the site. */
function spellAs({ meta, document }: PageTitles, text: string): string {
  const typed = (value: string) =>
    value
      .replace(/[‐-―−]/g, '-')
      .replace(/[‘’]/g, "'")
      .replace(/[“”]/g, '"');
  for (const title of [...meta, document ?? '']) {
    const at = typed(title).indexOf(typed(text));
    if (at >= 0) return title.slice(at, at + text.length);
  }
  return text;
}

function scoreLine(line: Line, titles: PageTitles, slug: string): number {
  const { text, level, hints, isAround } = line;
  const plain = squeeze(text);
  if (plain.length < 3 || text.length > MAX_TITLE || isAround || isGenericTitle(text) || readLabel(text) !== null) return 0;
  let score = [0, 3, 2, 1, 0.5, 0.5, 0.5][level] ?? 0;
  const hinted = HINT.test(hints);
  if (level === 0 && !hinted) return 0;
  if (hinted) score += /(?:job|position|posting|vacancy)\s?(?:posting\s)?(?:title|header|name)/.test(hints) ? 3 : 1;
  score += agreement(text, plain, titles);
  if (plain.length > 5 && slug.includes(plain)) score += 2;
  if (namesRole(text)) score += 1.5;
  return score;
}

/** How far the page's metadata calls the same thing its title. */
function agreement(text: string, plain: string, titles: PageTitles): number {
  const all = [...titles.meta, titles.document ?? ''];
  if (all.some((title) => squeeze(title) === plain)) return titles.meta.some((title) => squeeze(title) === plain) ? 5 : 4;
  if (all.some((title) => splitTitle(title).some((part) => squeeze(part) === plain))) return 4;
  return plain.length > 5 && all.some((title) => squeeze(title).includes(plain)) && !/^[^\s]+$/.test(text) ? 3 : 0;
}

/** Nothing on the page is shown as its title: a page drawn by scripts still names it in its head. */
function fromMetadata(titles: PageTitles, lines: readonly Line[]): ChosenTitle | null {
  const all = [...titles.meta, titles.document ?? ''].filter((title) => title !== '');
  const parts = all.flatMap((title) => splitTitle(title).filter((part) => !isGenericTitle(part) && part.length <= MAX_TITLE));
  const whole = parts.find(namesRole);
  if (whole === undefined) return null;
  const role = withoutNumber(whole).replace(/\s+(?:at|bei|chez|hos)\s+\p{Lu}.*$/u, '');
  const line = lines.findIndex(({ text, isAround }) => !isAround && squeeze(text) === squeeze(role));
  return { text: role, line: line < 0 ? null : line };
}

function fromLabels(labels: readonly LabelledValue[]): ChosenTitle | null {
  const label = labels.find(({ kind, value }) => kind === 'title' && value.length <= MAX_TITLE && !isGenericTitle(value));
  return label === undefined ? null : { text: label.value, line: label.line };
}

/** What stands over the facts of a posting is its title. */
function beforeLabels(lines: readonly Line[], labels: readonly LabelledValue[]): ChosenTitle | null {
  const first = labels[0];
  if (first === undefined || labels.length < 2) return null;
  for (let index = first.line - 1; index >= Math.max(0, first.line - 4); index -= 1) {
    const line = lines[index]!;
    if (line.isAround || line.text.length > MAX_TITLE || isGenericTitle(line.text) || readLabel(line.text) !== null) continue;
    if (/[\p{L}]{3}/u.test(line.text) && /\s/.test(line.text)) return { text: line.text, line: index };
  }
  return null;
}

export function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}
