import type { Element } from 'domhandler';

const HIDDEN_CLASSES = /(^|\s)(sr-only|visually-?hidden|screen-reader-(text|only)|u-hidden(-visually)?|hidden-visually|a11y-hidden)(\s|$)/i;
const OFF_SCREEN =
  /(?:^|;)\s*(?:left|right|top|bottom|text-indent|margin-left|margin-top)\s*:\s*-\s*(?:\d{4,}|999)(?:\.\d+)?\s*(?:px|pt|em|rem)?/;

/** Would a person looking at the page not see this element, as far as its own attributes tell? */
export function isHidden(element: Element): boolean {
  const { hidden, style } = element.attribs;
  if (hidden !== undefined || element.attribs['aria-hidden']?.trim().toLowerCase() === 'true') return true;
  if (HIDDEN_CLASSES.test(element.attribs['class'] ?? '')) return true;
  if (element.name === 'dialog' && element.attribs['open'] === undefined) return true;
  return style !== undefined && hidesByStyle(style);
}

/** Does an inline style make the text invisible? */
export function hidesByStyle(style: string): boolean {
  const css = withoutComments(style)
    .replace(/!\s*important/gi, '')
    .toLowerCase();
  const value = (name: string) => new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]*)`).exec(css)?.[1]?.trim() ?? null;
  if (value('display') === 'none' || /^(hidden|collapse)$/.test(value('visibility') ?? '')) return true;
  if (value('content-visibility') === 'hidden') return true;
  if (isBelow(value('opacity'), 0.05) || isBelow(value('font-size'), 2)) return true;
  if (OFF_SCREEN.test(css) || /translate[xy3d]*\(\s*-\s*\d{4,}px|scale[xy3d]*\(\s*0(\.0+)?\s*[,)]/.test(value('transform') ?? ''))
    return true;
  if (/rect\(\s*(0|1px)/.test(value('clip') ?? '') || /inset\(\s*(50|100)%/.test(value('clip-path') ?? '')) return true;
  const small = isBelow(value('width'), 2) || isBelow(value('height'), 2) || isBelow(value('max-height'), 2);
  if (small && /hidden|clip/.test(value('overflow') ?? '')) return true;
  return sameColour(value('color'), value('background-color') ?? value('background'));
}

function withoutComments(css: string): string {
  const [start = '', ...rest] = css.split('/*');
  return rest.reduce((kept, part) => kept + (part.includes('*/') ? part.slice(part.indexOf('*/') + 2) : ''), start);
}

function isBelow(value: string | null, limit: number): boolean {
  const number = /^(\d*\.?\d+)(px|pt|%)?$/.exec(value ?? '');
  return number !== null && Number(number[1]) < limit;
}

function sameColour(text: string | null, background: string | null): boolean {
  if (text === null) return false;
  const colour = plainColour(text);
  return colour === 'transparent' || (background !== null && colour === plainColour(background));
}

function plainColour(value: string): string {
  const tight = value.replace(/\s+/g, '');
  if (/^(transparent|rgba\(.*,0(\.0+)?\)|#[0-9a-f]{6}00)$/.test(tight)) return 'transparent';
  const named: Record<string, string> = { white: '#ffffff', black: '#000000', 'rgb(255,255,255)': '#ffffff', 'rgb(0,0,0)': '#000000' };
  return named[tight] ?? tight.replace(/^#([0-9a-f])([0-9a-f])([0-9a-f])$/, '#$1$1$2$2$3$3');
}
