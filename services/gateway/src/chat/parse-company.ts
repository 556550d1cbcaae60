const set = (words: string) => new Set(words.split(/\s+/));

const COMPANIES = set(
  `company companies firm org employer employers organisation organization business startup start-up agency charity outfit them they their theyre URL NAME QUOTE site website webpage homepage
  web corporation enterprise competitors founders founder ceo leadership`,
);
const PEOPLE = /\b(?:these|those|this|the) (?:people|folks|guys|lot|place|bunch|crew|page|pages|link|links|url|posting page)\b/;
const OTHER_THINGS = set(
  `my me resume cv letter letters draft drafts notes note myself interview salary salaries salaried visa visas paper papers flights flight weather recipe our us your yourself i we it's
  version application applications inbox email message status`,
);
const NOISE = set(
  'please first again now properly thoroughly quickly too also instead online afterwards today before further more next yourself anyway beforehand asap up bit little ok okay',
);
/** "Research this": the application that is open. */
const POINTERS = set('this that it one');
const NEARBY = set('near around nearby beside opposite outside between close');
/** "Another company" is not the one of this application. */
const ELSE = set('another other different similar every each any no');
const SCOPE =
  /^(?:for (?:now|me|this|that|the|my|it)|on (?:it|this|that|the|your)|only|as (?:well|before|usual)|and|with|in (?:detail|depth)|from|at|using|to (?:start|begin)|please)\b/;

/** How sure an object is something that research can be about. */
export type Aim = 'company' | 'none' | 'unknown' | 'other';

/** Judges the words after a verb of searching: the first telling word decides. */
export function readAim(words: string[]): Aim {
  const near = words.slice(0, 14);
  if (near[0] === 'why') return 'unknown';
  for (const [index, word] of near.entries()) {
    // "parking near them" is about parking.
    if (COMPANIES.has(word) && near.slice(1, index).some((before) => NEARBY.has(before))) return 'unknown';
    if (COMPANIES.has(word) && ELSE.has(near[index - 1] ?? '')) return 'unknown';
    if (COMPANIES.has(word)) return word.endsWith('ies') || word === 'employers' ? 'unknown' : 'company';
    if (OTHER_THINGS.has(word)) return word === 'me' && near[index - 1] === 'for' ? readAim(near.slice(0, index - 1)) : 'other';
    if (PEOPLE.test(near.slice(index, index + 2).join(' '))) return 'company';
  }
  if (words.every((word) => NOISE.has(word) || POINTERS.has(word))) return 'none';
  const scoped = SCOPE.test(words.filter((word, index) => index > 0 || !NOISE.has(word)).join(' '));
  return scoped || words.every((word) => NOISE.has(word)) ? 'none' : 'unknown';
}
