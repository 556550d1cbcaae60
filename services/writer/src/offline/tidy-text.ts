const number = String.raw`[£€$]?\d[\d.,]*(?:\s?(?:%|[a-zµ]{1,4}\b|minutes?|hours?|days?|weeks?|months?|years?|people|staff|million|k))?`;
const arrow = /\s*(?:→|⇒|->|=>)\s*/u;
const fromTo = new RegExp(`(?:\\bfrom\\s+)?(${number})${arrow.source}(?=${number})`, 'giu');

const countable =
  'team|budget|portfolio|ward|department|class|shop|store|group|range|project|programme|caseload|database|website|system|network|fleet|kitchen|crew|squad|site|branch|unit|round|patch|territory|household|workshop|warehouse|bank|pipeline|tool|platform|dashboard|process|scheme|course|club|campaign';
const bareNoun = new RegExp(
  `^((?:successfully |effectively |directly )?\\p{Ll}+(?:ed|d|t|w|n|e|d|an) )((?!(?:a|an|the|my|our|their|its|his|her|this|that|all|each|every|and|of|to|in|on|with|for|one|two|three|four|five|six) )(?:[\\p{Ll}-]+ )?(?:${countable}) (?:(?:of|with|for|that|which|covering|serving)\\b|\\())`,
  'u',
);
const bareAction =
  /^(\p{Ll}+(?:ed|d) )((?:[\p{Ll}-]+ )?(?:\p{Ll}{3,}(?:tion|ment)|design|redesign|launch|rollout|roll-out|refurbishment|build|delivery|rewiring|set-up|setup) of\b)/u;

const article = (noun: string): string => (/^(?:[aeio]|un(?!i)|hour|honest)/i.test(noun) ? 'an' : 'a');

/** Small words that begin a sentence before any name. */
const opener =
  /^(?:the|an?|our|your|we|you|every|each|all|most|many|in|at|on|from|since|with|for|by|of|to|and|rated|voted|named|awarded|ranked)$/i;

export const withoutStop = (text: string): string => text.replace(/[\s.;,:]+$/u, '');

/** Signs that belong into a list, written as words: `41 min → 15 min`, `w/`, `&` between plain words. Numbers and names stay as they are. */
export function tidySigns(text: string): string {
  return text
    .replace(fromTo, 'from $1 to ')
    .replace(new RegExp(arrow.source, 'gu'), ' to ')
    .replace(/(?<=[\p{Ll}\d)%]) & (?=[\p{Ll}\d£€$])/gu, ' and ')
    .replace(/(?<![\p{L}\p{N}])w\/(?:o\s)?\s?(?=\p{L})/giu, (found) => (/o/i.test(found) ? 'without ' : 'with '))
    .replace(/\s*\+\s*(?=\p{Ll}{3,})/gu, (found, at: number, whole: string) => (/\d/.test(whole[at - 1] ?? '') ? '+ ' : ' and '))
    .replace(/\s{2,}/gu, ' ')
    .trim();
}

/** Puts in the article that resume lines leave out: `led team of 5`, `led migration of 14 services`. The text starts with a past verb. */
export function addArticle(phrase: string): string {
  return phrase
    .replace(bareNoun, (_, verb: string, noun: string) => `${verb}${article(noun)} ${noun}`)
    .replace(new RegExp(`(?<=\\band )(${countable}) of\\b`, 'u'), (_, noun: string) => `${article(noun)} ${noun} of`)
    .replace(bareAction, (_, verb: string, noun: string) => `${verb}the ${noun}`);
}

/** Small first letter, unless the word is a name or an abbreviation. `names` are lower-case words that the evidence writes with a capital. */
export function lowerFirst(text: string, names: ReadonlySet<string> = new Set()): string {
  const first = /^[^\s,;:]+/u.exec(text)?.[0] ?? '';
  const isPlain = /^\p{Lu}[\p{Ll}'’]*(?:-\p{Ll}+)*$/u.test(first) && !names.has(first.toLowerCase());
  // A capital on the next word too is a name: `City & Guilds`, `Network Rail`.
  const isName = /^\S+\s(?:&\s)?\p{Lu}\p{Ll}/u.test(text) && !opener.test(first);
  return isPlain && !isName && first !== 'I' ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

export const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const listOf = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

/** A long line up to where it can end; the part with the first number is kept when there is a choice. */
export function shorten(text: string, words = 28): string {
  const count = (part: string): number => part.split(/\s+/).length;
  if (count(text) <= words) return text;
  const ends = [
    ...text.matchAll(
      /;\s|\s[–—]\s|\.\s|,\s(?=(?:which|who|where|while|resulting|leading|enabling|ensuring|helping|allowing|thereby|including|using|and)\b)/gu,
    ),
  ];
  const short = ends.map((end) => text.slice(0, end.index)).filter((part) => count(part) >= 5 && count(part) <= words);
  const withNumber = short.findLast((part) => /\d/.test(part));
  return withNumber ?? short.at(-1) ?? text;
}
