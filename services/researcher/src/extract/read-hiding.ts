import { looksAlike, readColour } from './read-colour.ts';

/** The ways in which a style takes text out of sight. */
export const WAYS = ['display', 'visibility', 'opacity', 'place'] as const;
export type Way = (typeof WAYS)[number];

/** What a block of declarations says about one way: hidden or shown, and whether it says so with `!important`. */
export interface Saying {
  hides: boolean;
  important: boolean;
}

type Declarations = Map<string, { value: string; important: boolean }>;

/** No value that hides is longer; one that is would only keep the patterns busy. */
const LONGEST = 200;
const OFF_SCREEN = /^-\s*(?:\d{4,}|9\d\d)(?:\.\d+)?\s*(?:px|pt|em|rem)?$|^-\s*\d{3,}(?:\.\d+)?\s*(?:vw|vh|em|rem|%)$/;
const MOVED = /translate[xy3d]*\([^)]*-\s*(?:\d{4,}px|\d{3,}(?:vw|vh|em|rem))|scale[xy3d]*\(\s*0?(?:\.0*)?\s*[,)]/;

/** What a style attribute or the body of a rule says about being seen; ways it does not speak of are missing. */
export function readHiding(style: string): Partial<Record<Way, Saying>> {
  const declarations = readDeclarations(style);
  const says: Partial<Record<Way, Saying>> = {};
  const say = (way: Way, property: string, hides: (value: string) => boolean) => {
    const found = declarations.get(property);
    if (found !== undefined) says[way] = { hides: hides(found.value), important: found.important };
  };
  say('display', 'display', (value) => value === 'none');
  say('visibility', 'content-visibility', (value) => value === 'hidden');
  say('visibility', 'visibility', (value) => value === 'hidden' || value === 'collapse');
  say('opacity', 'opacity', (value) => isBelow(value, 0.05));
  const place = saysOfPlace(declarations);
  if (place !== null) says.place = place;
  return says;
}

/** Size, place, clipping and colour count together: any of them is enough. */
function saysOfPlace(declarations: Declarations): Saying | null {
  const value = (property: string) => declarations.get(property)?.value ?? '';
  const important = [...declarations.values()].some((declaration) => declaration.important);
  if (isTiny(value) || isAway(value) || isClipped(value) || isUnreadable(value)) return { hides: true, important };
  const shown =
    value('position') === 'static' || value('clip') === 'auto' || value('clip-path') === 'none' || value('overflow') === 'visible';
  return shown ? { hides: false, important } : null;
}

function isTiny(value: (property: string) => string): boolean {
  const font = value('font-size') || (/^(?:[a-z]+\s+)*(\d*\.?\d+(?:px|pt)?)\s*(?:\/|\s)/.exec(value('font'))?.[1] ?? '');
  if (isBelow(font, 2) || value('zoom') === '0') return true;
  const small =
    isBelow(value('width'), 2) || isBelow(value('height'), 2) || isBelow(value('max-height'), 2) || isBelow(value('max-width'), 2);
  return small && /hidden|clip/.test(value('overflow') + value('overflow-x') + value('overflow-y'));
}

function isAway(value: (property: string) => string): boolean {
  const moved = ['left', 'right', 'top', 'bottom', 'text-indent', 'margin-left', 'margin-top', 'margin-right', 'inset-inline-start'];
  if (moved.some((property) => OFF_SCREEN.test(value(property)))) return true;
  return (
    MOVED.test(value('transform')) || /^0?(?:\.0*)?$/.test(value('scale') || '1') || /opacity\(\s*0?(?:\.0*)?%?\s*\)/.test(value('filter'))
  );
}

function isClipped(value: (property: string) => string): boolean {
  if (/rect\(\s*(?:0|1px)/.test(value('clip'))) return true;
  return /inset\(\s*(?:50|100)%|(?:circle|ellipse)\(\s*0|polygon\(\s*0(?:px|%)?\s+0(?:px|%)?\s*(?:,\s*0(?:px|%)?\s+0(?:px|%)?\s*)*\)/.test(
    value('clip-path'),
  );
}

/** Text in the colour of its background. A gradient that shows through transparent letters is meant to be read. */
function isUnreadable(value: (property: string) => string): boolean {
  const text = readColour(value('color'));
  if (text === null) return false;
  if (text.alpha < 0.05) return !/text/.test(value('background-clip') + value('-webkit-background-clip') + value('background'));
  const background = readColour(value('background-color') || value('background'));
  return background !== null && background.alpha > 0.5 && looksAlike(text, background);
}

function isBelow(value: string, limit: number): boolean {
  const number = /^(\d*\.?\d+)(px|pt|%|em|rem)?$/.exec(value);
  return number !== null && Number(number[1]) * (number[2]?.endsWith('em') ? 16 : 1) < limit;
}

function readDeclarations(style: string): Declarations {
  const declarations: Declarations = new Map();
  for (const part of withoutComments(style).toLowerCase().split(';')) {
    const colon = part.indexOf(':');
    if (colon < 0) continue;
    const important = /!\s*important/.test(part);
    const value = part
      .slice(colon + 1)
      .replace(/!\s*important/, '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, LONGEST);
    declarations.set(part.slice(0, colon).trim(), { value, important });
  }
  return declarations;
}

function withoutComments(css: string): string {
  const [start = '', ...rest] = css.split('/*');
  return rest.reduce((kept, part) => kept + (part.includes('*/') ? part.slice(part.indexOf('*/') + 2) : ''), start);
}
