import { splitSentences, type EvidenceUnit } from '@coverwright/server';
import { hasFiniteVerb, shapeOf, startsWithVerb, withArticle, type Shape } from './bullet-shape.ts';
import { listOf, shorten, tidySigns, withoutStop } from './tidy-text.ts';

/** A resume line as a clause in the first person. Numbers and names stay as the resume has them. */
export interface Saying {
  /** Goes on after `At …, `. */
  clause: string;
  /** What goes on after `I ` or `I also `, when the clause is one of the person's own doing. */
  doing: string | null;
  /** Noun phrase after `my work included `, so that two of them can share a sentence. */
  things: string | null;
  /** The same with its means or matter in front: `by introducing hourly rounding`, `I reduced falls …`. */
  turned: { front: string; clause: string } | null;
  /** The same with place, time or company in front: `on a 30-bed ward`, `I cared for …`. */
  placed: { front: string; clause: string } | null;
}

/** A list of things reads better with its `and`. */
function sayList(text: string): string {
  const items = text.split(/\s*,\s+|\s+\/\s+|;\s+/).filter(Boolean);
  const isPlain = items.length > 2 && items.every((item) => item.split(' ').length <= 5) && !/\b(?:and|or)\b|\(/.test(text);
  return isPlain ? listOf(items) : text;
}

function clauseOf(shape: Shape, isPast: boolean): string {
  const { phrase } = shape;
  switch (shape.kind) {
    case 'sentence':
      return phrase;
    case 'did':
    case 'does':
      return `I ${phrase}`;
    case 'duty':
      return `my job was to ${phrase}`;
    case 'state':
      return `I ${isPast ? 'was' : 'am'} ${phrase}`;
    case 'is':
      return `I am ${phrase}`;
    case 'been':
      return `I have been ${phrase}`;
    case 'has':
      return `I have ${phrase}`;
    case 'event':
      return `I was ${phrase}`;
    case 'things':
      return `my work ${isPast ? 'included' : 'includes'} ${sayList(phrase)}`;
    case 'tools':
      return `I ${isPast ? 'worked' : 'work'} with ${sayList(phrase)}`;
    case 'award':
      return `I received an award: ${phrase}`;
    case 'figure':
      return `my results ${isPast ? 'included' : 'include'} ${phrase}`;
  }
}

/** `cut falls by introducing rounding` can begin with its means. */
function splitMeans(doing: string): { front: string; rest: string } | null {
  const [, rest = '', means = ''] = /^(\S+(?:\s+\S+){2,}?)\s+(by\s+\p{L}+ing\s[^;:]+)$/u.exec(doing) ?? [];
  return rest !== '' && !/[,;]/.test(rest) && means.split(' ').length <= 12 ? { front: means, rest } : null;
}

/** After a semicolon resume lines often go on without a verb or a subject: `; 60 plots at Otley`, `; incidents down from 22 to 9`. */
function tidyFragments(text: string): string {
  const [first = '', ...rest] = text.split(/;\s+/);
  return rest.reduce((said, part) => {
    const moved = /^(.{3,40}?)\s((?:up\s(?:from|by)|down\s(?:from|by|to))\s.+)$/u.exec(part);
    if (moved) return `${said}; ${withArticle(moved[1] ?? '')} went ${moved[2] ?? ''}`;
    if (hasFiniteVerb(part) && !startsWithVerb(part)) return `${said}; ${part}`;
    return `${said} (${part.replace(/\s*\(/g, ', ').replace(/\)/g, '')})`;
  }, first);
}

/** Verbs in a row without their `and`: `fitted tyres, checked alignment`. */
function joinVerbs(text: string): string {
  const parts = text.split(/,\s+/);
  const last = parts.at(-1) ?? '';
  const areVerbs =
    parts.length > 1 && startsWithVerb(text) && startsWithVerb(last) && !/\band\b|^\S+\s(?:for|by|in|at|on|to|with|from|as)\b/.test(last);
  return areVerbs ? `${parts.slice(0, -1).join(', ')} and ${last}` : text;
}

/** Where, when or with whom it was, at the end of a line with an object before: it can also come first. */
const place =
  /^(\S+\s\S+(?:\s\S+)*?)\s((?:with|through|during|within|over|after|on|in|at|across)\s(?!which\b|order\b|addition\b|charge\b|to\b)[^,;:()]+)$/u;
const leaning =
  /(?:^|\s)(?:increase|decrease|reduction|growth|rise|fall|change|improvement|drop|interest|experience|expert|specialist|training|trained|course|degree|diploma|work|worked|closely|part|role|involved|specialise|specialised|participate|participated|assist|assisted|help|helped|deal|dealt|liaise|liaised|up|down|out|\d+)$/i;

/** The part of a line that can come first, when that leaves a whole sentence. */
function splitPlace(doing: string): Saying['placed'] {
  const [, rest = '', front = ''] = place.exec(doing) ?? [];
  const length = front.split(' ').length;
  const isWhole = rest.split(' ').length >= 3 && length >= 3 && length <= 9;
  const isPlain = !/[,;:(]|\b(?:from|between|who|that|which)\b/.test(doing);
  return isWhole && isPlain && !leaning.test(rest) ? { front, clause: `I ${rest}` } : null;
}

/** Says the part of a resume line that fits into one sentence. */
export function sayBullet(unit: EvidenceUnit, names: ReadonlySet<string>): Saying {
  const sentences = splitSentences(unit.text);
  const chosen = sentences.find((sentence) => /\d/.test(sentence) && sentence.split(' ').length >= 4) ?? sentences[0] ?? unit.text;
  const text = withoutStop(shorten(joinVerbs(tidyFragments(tidySigns(withoutStop(chosen))))));
  const isPast = unit.role?.period ? unit.role.period.end !== null : true;
  const shape = shapeOf(text, isPast, names);
  const isDoing = shape.kind === 'did' || shape.kind === 'does';
  const means = isDoing ? splitMeans(shape.phrase) : null;
  const label = shape.front;
  const clause = clauseOf(shape, isPast);
  return {
    clause: label ? `${clause} ${label}` : clause,
    doing: isDoing && !label ? shape.phrase : null,
    things: shape.kind === 'things' ? sayList(shape.phrase) : null,
    placed: isDoing && !label && !means ? splitPlace(shape.phrase) : null,
    turned: label ? { front: label, clause } : means && { front: means.front, clause: `I ${means.rest}` },
  };
}
