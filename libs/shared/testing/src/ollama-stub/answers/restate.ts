import type { Evidence } from './read-prompt.ts';

const PAST_VERB =
  /^(?:[A-Z][a-z]+ed|Led|Built|Wrote|Ran|Cut|Grew|Made|Set|Took|Drove|Won|Taught|Kept|Held|Brought|Sold|Rebuilt|Rewrote|Oversaw|Spoke|Began|Found|Gave|Sent|Put|Shrank|Spent|Met|Did|Got|Split)\b/;
const SEPARATOR = /\s*(?::|—|–|\||;)\s+|\s+-\s+/g;

interface Place {
  full: string;
  short: string;
  employer: string;
}

/** One sentence that says what one piece of evidence says and nothing else. `turn` varies the beginning. */
export function restate(unit: Evidence, turn: number): string {
  const text = withoutEnd(unit.text.replace(/\s*\(?\bhttps?:\/\/[^\s)]+\)?/g, ''));
  switch (unit.kind) {
    case 'R':
      return restateResume(text, turn);
    case 'N':
      return pick(
        [`On your own pages I read this: ${text}.`, `Your site puts it this way: ${text}.`, `Another line there stayed with me: ${text}.`],
        turn,
      );
    case 'J':
      return `Your posting asks for ${lowerFirst(text)}.`;
    case 'E':
      return `My education includes ${text}.`;
    case 'K':
      return `My tools are ${text.replace(/^[^:]*:\s*/, '')}.`;
    default:
      return text.startsWith('I ') ? `${text}.` : `In short: ${lowerFirst(text)}.`;
  }
}

function restateResume(text: string, turn: number): string {
  const { context, action } = splitContext(text);
  if (!PAST_VERB.test(action))
    return context ? `At ${context.employer}, my work covers this: ${lowerFirst(action)}.` : `My experience includes ${lowerFirst(text)}.`;
  const did = lowerVerb(withoutEnd(action));
  if (context) return pick([`${context.full}, I ${did}.`, `${context.short}, I also ${did}.`], turn);
  return pick([`In my work I ${did}.`, `I also ${did}.`, `In an earlier task I ${did}.`], turn);
}

/** Ready to take a full stop of our own: nothing that ends a sentence, no quotation marks around the whole. */
function withoutEnd(text: string): string {
  return text.replace(/^["“](.*)["”]$/, '$1').replace(/[\s.;,]+$/, '');
}

/** "Engineer, Acme (2019–2022): Built the thing" gives "As Engineer at Acme" and "Built the thing". */
function splitContext(text: string): { context: Place | null; action: string } {
  if (PAST_VERB.test(text)) {
    const [, action = text, tail] = /^(.*?)\s*[([]([^()[\]]+)[)\]]$/.exec(text) ?? [];
    return { context: tail ? placeOf(tail) : null, action };
  }
  for (const match of text.matchAll(SEPARATOR)) {
    const action = text.slice(match.index + match[0].length);
    if (PAST_VERB.test(action)) return { context: placeOf(text.slice(0, match.index)), action };
  }
  const [, heading = '', line = ''] = /^([^:]*\d{4}[^:]*):\s+(.+)$/.exec(text) ?? [];
  return line ? { context: placeOf(heading), action: line } : { context: null, action: text };
}

function placeOf(label: string): Place | null {
  const parts = label
    .replace(/\s*\([^)]*\)/g, '')
    .split(/\s*(?:,|\||·| — | – | at )\s*/)
    .filter((part) => part !== '' && !/\d{4}|present/i.test(part));
  const [first, second] = parts;
  if (!first) return null;
  const employer = second ?? first;
  return { full: second ? `As ${first} at ${second}` : `At ${first}`, short: `At ${employer}`, employer };
}

export function lowerFirst(text: string): string {
  return /^[A-Z][a-z]+\b(?!\s+[A-Z])/.test(text) ? lowerVerb(text) : text;
}

function lowerVerb(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function pick(variants: string[], turn: number): string {
  return variants[turn % variants.length] ?? '';
}
