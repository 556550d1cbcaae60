import type { Evidence } from './read-prompt.ts';

const PAST_VERB =
  /^(?:[A-Z][a-z]+ed|Led|Built|Wrote|Ran|Cut|Grew|Made|Set|Took|Drove|Won|Taught|Kept|Held|Brought|Sold|Rebuilt|Rewrote|Oversaw|Spoke|Began|Found|Gave|Sent|Put|Shrank|Spent|Met|Did|Got|Split)\b/;
const SEPARATOR = /\s*(?::|—|–|\||;)\s+|\s+-\s+/g;

/** One sentence that says what one piece of evidence says and nothing else. `turn` varies the beginning. */
export function restate(unit: Evidence, turn: number): string {
  const text = unit.text.replace(/\s*\(?\bhttps?:\/\/\S+\)?/g, '').replace(/[\s.;,]+$/, '');
  switch (unit.kind) {
    case 'R':
      return restateResume(text, turn);
    case 'N':
      return pick(
        [`On your own pages I read this: ${text}.`, `What caught my attention is this: ${text}.`, `Your site puts it this way: ${text}.`],
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
  if (!PAST_VERB.test(action)) return `My experience includes ${lowerFirst(text)}.`;
  const did = lowerVerb(action);
  if (context) return pick([`${context}, I ${did}.`, `One example of my work: ${lowerFirst(context)}, I ${did}.`], turn);
  return pick([`In my work I ${did}.`, `I ${did}.`, `In an earlier task I ${did}.`], turn);
}

/** "Engineer, Acme (2019–2022): Built the thing" gives "As Engineer at Acme" and "Built the thing". */
function splitContext(text: string): { context: string | null; action: string } {
  if (PAST_VERB.test(text)) {
    const [, action = text, tail] = /^(.*?)\s*[([]([^()[\]]+)[)\]]$/.exec(text) ?? [];
    return { context: tail ? placeOf(tail) : null, action };
  }
  for (const match of text.matchAll(SEPARATOR)) {
    const action = text.slice(match.index + match[0].length);
    if (PAST_VERB.test(action)) return { context: placeOf(text.slice(0, match.index)), action };
  }
  return { context: null, action: text };
}

function placeOf(label: string): string | null {
  const parts = label
    .replace(/\s*\([^)]*\)/g, '')
    .split(/\s*(?:,|\||·| — | – | at )\s*/)
    .filter((part) => part !== '' && !/\d{4}|present/i.test(part));
  const [first, second] = parts;
  if (!first) return null;
  return second ? `As ${first} at ${second}` : `At ${first}`;
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
