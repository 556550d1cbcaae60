import { ambiguous, bareForms, ingForms, pastForms, pastOf, thirdForms } from './verbs.ts';
import { addArticle, lowerFirst } from './tidy-text.ts';

/** How a resume line can be said. `phrase` goes on after the words that its kind names; `front` comes before the clause. */
export type Shape = { phrase: string; front?: string } & (
  | { kind: 'sentence' } // stands alone, its subject included
  | { kind: 'did' } // I …, past
  | { kind: 'does' } // I …, present
  | { kind: 'duty' } // my job was to …
  | { kind: 'state' } // I am or was …
  | { kind: 'is' } // I am …, still
  | { kind: 'been' } // I have been … since
  | { kind: 'has' } // I have …
  | { kind: 'event' } // I was …, whenever
  | { kind: 'things' } // my work included …
  | { kind: 'tools' } // I worked with …
  | { kind: 'award' }
  | { kind: 'figure' }
);

const adverb = /^(?:\p{L}+ly|also|then|often|always)$/iu;
const lasting = /^(?:skilled|proficient|experienced|fluent|able|competent|confident|comfortable|familiar|capable|registered|licensed)\b/i;
const passing = /^(?:responsible|accountable|answerable|active|instrumental|in charge|on call|part of)\b/i;
const having =
  /^(?:(?:good|strong|sound|solid|working|in-depth|thorough|detailed|basic|extensive)\s+)?(?:experience|knowledge|understanding|command)\s(?:of|with|in)\b/i;
const amount = /^(?:increase|reduction|decrease|growth|improvement|rise|drop|fall|saving)\s(?:in|of)\b/i;
const passive =
  /^(?:awarded|given|granted|nominated|shortlisted|commended|elected|entrusted|tasked|seconded|employed|chosen|involved|based|invited|headhunted|ranked|rated)\b/i;
const passiveBefore =
  /^(?:promoted|selected|recogni[sz]ed|appointed|trained|certified|known|trusted|recruited|contracted|asked|assigned|named|praised|credited|accredited)\s+(?:twice\s+)?(?:to|for|as|from|by|after|within|in|on|among|with|internally)\b/i;
const named = /^named\s+[“"'‘]?\p{Lu}/iu;
const nounAdjectives =
  /^(?:advanced|detailed|dedicated|varied|mixed|applied|experienced|skilled|qualified|certified)\s+(?!in\b|with\b|at\b)/i;
const officeHead =
  'lead|head|member|chair|chairperson|mentor|manager|coordinator|co-ordinator|deputy|captain|secretary|treasurer|representative|rep|contact|warden|officer|supervisor|trainer|assessor|examiner|champion|ambassador|volunteer|governor|trustee|buddy|tutor|coach|aider|marshal|leader|engineer|electrician|nurse|teacher|technician|assistant|author|owner|founder|co-founder|organiser|organizer|editor|president|holder|keyholder|liaison|facilitator|moderator|instructor';
const office = new RegExp(`^(?:[\\p{L}-]+\\s){0,3}?(?:${officeHead})(?:\\s(?:for|of|on|to|at|in|with|across|during)\\b|$|,)`, 'iu');
const since = /^(?:[\p{L}-]+\s){0,3}?\p{L}+(?:er|or|ist|ian|lead|head)\s(?:[^,;:]*\s)?since\s/iu;
const verbish =
  /^(?:an?|the|all|both|each|every|any|our|my|their|its|this|these|those|new|more|most|other|up|out|off|over|with|closely|\p{N}.*|[£€$].*|\p{Lu}.*|\p{Ll}.*(?:[^s]s|al|ive|ic|ous|ful|less|able|ible|ary|ed|ly)|junior|senior|large|small|high|complex|daily|weekly|monthly|one|two|three|four|five|six|seven|eight|nine|ten|staff|people|children)$/u;
const preposition = /^(?:for|of|to|on|in|at|from|by|as|across|through|during|after|before|into|between|and|or)$/i;
const takesPreposition =
  /^(?:work|liaise|report|assist|contribute|collaborate|participate|respond|deal|look|act|serve|prepare|communicate|cook|teach|help|speak|apply|care|cater|travel|negotiate|advise|consult|train|lecture|volunteer|fundraise|lobby|campaign|meet|succeed|specialise|specialize)$/;
const changed =
  /^((?:[^\s,;:.]+\s){1,8}?)((?:rose|fell|grew|increased|dropped|improved|doubled|tripled|halved|decreased|declined|climbed|reached|exceeded|went|is|are|was|were|has|have)\s.+)$/u;
const moved = /^((?:[^\s,;:.]+\s){1,8}?)((?:up\s(?:from|by)|down\s(?:from|by|to))\s.+)$/u;
const unchanging = /^(?:cut|put|set|cast)$/;
const mass =
  /^(?:revenue|turnover|attendance|footfall|income|churn|downtime|productivity|engagement|satisfaction|retention|staff|traffic|waste|output|morale|sickness)$/i;

const isResult =
  /[£€$%]|\d\+|\d,\d{3}|\b(?:installed|sold|delivered|trained|raised|saved|closed|won|completed|built|achieved|increase|reduction|growth)\b/i;

const tokens = (text: string): string[] => text.split(/\s+/);
const bare = (word: string | undefined): string => (word ?? '').toLowerCase().replace(/[^\p{L}-]/gu, '');

/** Whether a word that may be a verb or a noun is the verb here: it has an object. */
function hasObject(rest: string[]): boolean {
  const [next = '', after = ''] = rest.map((word) => word.replace(/[,;:.]+$/, ''));
  if (next === '' || preposition.test(next)) return false;
  return verbish.test(next) || (!preposition.test(after) && /\p{Ll}[^s]s$/u.test(after));
}

const anotherVerb = (text: string, forms: { has: (word: string) => boolean }): boolean =>
  [...text.matchAll(/(?:,|\band|\bor)\s+([\p{L}-]+)/giu)].some(
    ([, word = '']) => forms.has(word.toLowerCase()) && !ambiguous.has(word.toLowerCase()),
  );

/** Whether a part of a line has a verb of its own: it goes on as a clause. */
export const hasFiniteVerb = (text: string): boolean =>
  changed.test(text) || tokens(text).some((word) => pastForms.has(bare(word)) || /[^e]ed$/.test(bare(word)));

/** Whether a part of a line begins with what was done. */
export const startsWithVerb = (text: string): boolean => pastForms.has(bare(tokens(text)[0]));

function readVerb(text: string, isPast: boolean): Shape | null {
  const all = tokens(text);
  const skip = adverb.test(bare(all[0])) && all.length > 2 ? 1 : 0;
  const lead = all
    .slice(0, skip)
    .map((word) => `${word.toLowerCase()} `)
    .join('');
  const word = bare(all[skip]);
  const last = word.split('-').at(-1) ?? word;
  const rest = all.slice(skip + 1);
  const tail = rest.join(' ');
  const say = (verb: string): string => `${lead}${verb}${tail ? ` ${tail}` : ''}`;
  if (pastForms.has(word) || pastForms.has(last) || /[^e]ed$/.test(word)) {
    const isBareToo = bareForms.has(word);
    if (!isBareToo || isPast || unchanging.test(word)) return { kind: 'did', phrase: addArticle(say((all[skip] ?? '').toLowerCase())) };
  }
  const fromBare =
    bareForms.has(word) &&
    (!ambiguous.has(word) ||
      hasObject(rest) ||
      anotherVerb(tail, bareForms) ||
      (takesPreposition.test(word) &&
        /^(?:with|to|in|as|for|on|at|from)$/i.test(bare(rest[0])) &&
        !(ambiguous.has(word) && /^(?:for|of)$/i.test(bare(rest[0])))));
  if (fromBare) {
    if (!isPast) return { kind: 'does', phrase: say(word) };
    return anotherVerb(tail, bareForms) ? { kind: 'duty', phrase: say(word) } : { kind: 'did', phrase: addArticle(say(pastOf(word))) };
  }
  const third = thirdForms.get(word);
  if (third !== undefined && (hasObject(rest) || (takesPreposition.test(third) && preposition.test(bare(rest[0]))))) {
    const plain = rest
      .map((other, at) => {
        const lemma = /^(?:and|or)$/.test(rest[at - 1] ?? '') || (rest[at - 1] ?? '').endsWith(',') ? thirdForms.get(other) : undefined;
        return lemma !== undefined && hasObject(rest.slice(at + 1)) ? lemma : other;
      })
      .join(' ');
    if (!isPast) return { kind: 'does', phrase: `${lead}${third} ${plain}` };
    return plain === tail ? { kind: 'did', phrase: addArticle(say(pastOf(third))) } : { kind: 'duty', phrase: `${lead}${third} ${plain}` };
  }
  const gerund = ingForms.get(word);
  const isOne =
    gerund !== undefined &&
    !rest.some((other) => ingForms.has(bare(other))) &&
    !tail.includes(',') &&
    hasObject(rest) &&
    !/^\p{Lu}\p{Ll}/u.test(rest[0] ?? '');
  if (isOne && gerund !== undefined)
    return isPast ? { kind: 'did', phrase: addArticle(say(pastOf(gerund))) } : { kind: 'does', phrase: say(gerund) };
  return null;
}

export function withArticle(subject: string, names: ReadonlySet<string> = new Set()): string {
  const text = lowerFirst(subject, names).trim();
  const head = bare(
    text
      .split(/\s(?:of|in|for|on|at|from|with|per|by)\s/u)[0]
      ?.split(' ')
      .at(-1),
  );
  const isFree =
    /^(?:the|an?|our|my|all|both|each|every|this|these|\p{N})/iu.test(text) ||
    /[^s]s$/.test(head) ||
    mass.test(head) ||
    mass.test(bare(tokens(text)[0]));
  return isFree ? text : `the ${text}`;
}

function readLabelled(label: string, rest: string, isPast: boolean, names: ReadonlySet<string>): Shape | null {
  if (
    /^(?:(?:key|main|notable|major|selected)\s+)?(?:achievements?|results?|highlights?|impact|outcomes?|accomplishments?|contributions?|successes)$/i.test(
      label,
    )
  )
    return shapeOf(rest, isPast, names);
  if (/\b(?:duties|responsibilities|responsibility|tasks|remit|role|scope)$/i.test(label))
    return { kind: 'things', phrase: lowerFirst(rest, names) };
  if (
    /^(?:tools?|tech|technolog(?:y|ies)|(?:tech(?:nology)?\s+)?stack|environment|software|systems?|equipment|machines?|kit)(?:\s+used)?$/i.test(
      label,
    )
  )
    return { kind: 'tools', phrase: rest };
  if (/\b(?:awards?|prizes?|honou?rs|recognition)$/i.test(label)) return { kind: 'award', phrase: rest };
  const inner = shapeOf(rest, isPast, names);
  if (inner.kind === 'did' || inner.kind === 'does' || inner.kind === 'event' || inner.kind === 'state')
    return inner.front ? inner : { ...inner, front: `${office.test(label) ? 'as' : 'on'} ${lowerFirst(label, names)}` };
  return /\d/.test(rest) ? { kind: 'things', phrase: `${lowerFirst(label, names)} (${rest})` } : null;
}

/** Reads what kind of line it is: past verb, present verb, gerund, noun phrase, list, office held, figure, award … */
export function shapeOf(text: string, isPast: boolean, names: ReadonlySet<string>): Shape {
  if (/^(?:My|We|Our)\s|\bI(?:['’](?:m|ve|d|ll))?\s/.test(text)) return { kind: 'sentence', phrase: text };
  const labelled = /^([^:\d]{2,40}):\s+(.+)$/u.exec(text) ?? /^([^:\d–—]{2,30})\s[–—-]\s+(\p{L}.+)$/u.exec(text);
  if (labelled && tokens(labelled[1] ?? '').length <= 4) {
    const shape = readLabelled(labelled[1] ?? '', labelled[2] ?? '', isPast, names);
    if (shape) return shape;
  }
  const duties =
    /^(?:(?:my|key|main)\s+)?(?:duties|responsibilities|tasks|work|role|job)\s+(?:includ\w+|involv\w+|were|was|are|is)\b:?\s*(.+)$/iu.exec(
      text,
    );
  if (duties) return { kind: 'things', phrase: lowerFirst(duties[1] ?? '', names) };
  if (passive.test(text) || passiveBefore.test(text) || named.test(text)) return { kind: 'event', phrase: lowerFirst(text) };
  if (lasting.test(text)) return { kind: 'is', phrase: lowerFirst(text) };
  if (passing.test(text)) return { kind: 'state', phrase: lowerFirst(text) };
  if (/^(?:on average|around|about|up to|over|more than|at least)\s\d/i.test(text))
    return { kind: isPast ? 'did' : 'does', phrase: `${isPast ? 'had' : 'have'} ${lowerFirst(text)}` };
  if (/^no\s\p{Ll}/iu.test(text)) return { kind: isPast ? 'did' : 'does', phrase: `${isPast ? 'had' : 'have had'} ${lowerFirst(text)}` };
  if (having.test(text))
    return { kind: 'has', phrase: /^(?:experience|knowledge|extensive)/i.test(text) ? lowerFirst(text) : `a ${lowerFirst(text)}` };
  if (amount.test(text)) return { kind: 'figure', phrase: `${/^(?:increase|improvement)/i.test(text) ? 'an' : 'a'} ${lowerFirst(text)}` };
  if (/^\d+-\p{L}/u.test(text)) return { kind: 'things', phrase: `a ${text}` };
  if (/^[£€$]?\d/u.test(text)) return { kind: isResult.test(text) ? 'figure' : 'things', phrase: text };
  const first = bare(tokens(text)[0]);
  const verb = nounAdjectives.test(text) ? null : readVerb(text, isPast);
  if (verb && !(ambiguous.has(first) && office.test(text) && !hasObject(tokens(text).slice(1)))) return verb;
  const event = changed.exec(text);
  const shift = moved.exec(text);
  if (shift) return { kind: 'sentence', phrase: `${withArticle(shift[1] ?? '', names)} went ${shift[2] ?? ''}` };
  if (event && !/\b(?:who|which|that)\s*$/.test(event[1] ?? ''))
    return { kind: 'sentence', phrase: `${withArticle(event[1] ?? '', names)} ${event[2] ?? ''}` };
  const holder = since.exec(text);
  if (holder) return { kind: 'been', phrase: withOfficeArticle(lowerFirst(text, names)) };
  if (office.test(text) && !/^\p{L}+ing\b/u.test(text)) return { kind: 'state', phrase: withOfficeArticle(lowerFirst(text, names)) };
  return { kind: 'things', phrase: lowerFirst(text, names) };
}

function withOfficeArticle(office: string): string {
  if (/^(?:member|volunteer|mentor|first aider|keyholder|key holder|trustee|governor)\b/i.test(office)) return `a ${office}`;
  return /^(?:point of contact|main|only|sole|first point|single|link)\b/i.test(office) ? `the ${office}` : office;
}
