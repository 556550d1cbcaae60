import { irregularPast, splitSentences, type EvidenceUnit } from '@coverwright/server';

const present = new Set(
  'run lead manage teach own build design develop deliver maintain support coordinate supervise train mentor plan organise organize prepare provide write sell handle oversee advise analyse analyze care assist install repair test cook drive serve operate monitor create conduct carry work act liaise'.split(
    ' ',
  ),
);
const office =
  /^(?:[\w-]+\s)?(?:lead|head|member|chair|mentor|manager|coordinator|deputy|captain|secretary|treasurer|representative|contact)\s(?:for|of|on|to)\b/i;

export function lowerFirst(text: string): string {
  const first = /^\S+/.exec(text)?.[0] ?? '';
  return /^\p{Lu}\p{Ll}*(?:-\p{Ll}+)*[,;:]?$/u.test(first) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

export const withoutStop = (text: string): string => text.replace(/[\s.;,]+$/u, '');

/** A resume line as a clause that goes on after `At …, `; numbers and names stay as the resume has them. */
export function sayBullet(unit: EvidenceUnit): string {
  const text = withoutStop(splitSentences(unit.text)[0] ?? unit.text);
  const isPast = unit.role?.period ? unit.role.period.end !== null : true;
  const first = (/^[\p{L}-]+/u.exec(text)?.[0] ?? '').toLowerCase();
  const verb = /ly$/.test(first) ? (/^[\p{L}-]+\s+([\p{L}-]+)/u.exec(text)?.[1] ?? first).toLowerCase() : first;
  if (/^I['’\s]/.test(text)) return text;
  if (/^responsible for\b/i.test(text)) return `I ${isPast ? 'was' : 'am'} ${lowerFirst(text)}`;
  if (office.test(text)) return `I ${isPast ? 'was' : 'am'} ${lowerFirst(text)}`;
  if (/^[\p{L}\s-]{4,40}(?:er|or|lead|rep|warden)$/u.test(text)) return `I ${isPast ? 'was' : 'am'} ${lowerFirst(text)}`;
  if (irregularPast.has(verb) || /[^e]ed$/.test(verb)) return `I ${lowerFirst(text)}`;
  if (present.has(verb)) return isPast ? `my work was to ${lowerFirst(text)}` : `I ${lowerFirst(text)}`;
  return `my work ${isPast ? 'included' : 'includes'} ${lowerFirst(text)}`;
}
