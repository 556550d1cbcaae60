import { stem } from '../stem.ts';

const stems = (text: string): string[] => text.split(' ').map(stem);

/**
 * Claims to authority. A claim of a class holds when the evidence has a word of `claim` or of `backing`; for `people` alone a word of
 * `things` is not enough: who led a migration has not therefore managed a team.
 */
export interface RankClass {
  claim: string[];
  backing: string[];
  things: string[];
  /** Whether it is a plain deed unless it is done over people or a business. */
  isOrdinary: boolean;
}

const rank = (claim: string, backing = '', things = '', isOrdinary = false): RankClass => ({
  claim: stems(claim),
  backing: [...stems(claim), ...(backing ? stems(backing) : [])],
  things: things ? stems(things) : [],
  isOrdinary,
});

export const rankClasses: readonly RankClass[] = [
  rank('found co-found cofound', 'establish founder owner'),
  rank('establish', 'found create start launch build introduce'),
  rank('direct', 'director'),
  rank('lead head', 'run manage supervise oversee direct chair captain charge foreman', 'coordinate organise own drive'),
  rank('manage', 'supervise oversee direct run head responsible charge foreman', 'lead coordinate organise administer own keep look', true),
  rank('supervise oversee', 'manage direct run head foreman', 'lead coordinate monitor'),
  rank('mentor coach', 'precept tutor guide supervise train teach buddy support'),
  rank('train', 'teach instruct coach mentor educate induct onboard precept lecture upskill'),
  rank('chair', 'president'),
  rank('hire recruit', 'staff'),
  rank('negotiate', 'bargain'),
  rank('spearhead pioneer', 'introduce initiate start launch found'),
  rank('promote'),
];

/** Words of rank in a title; each that a person claims must stand in the same role. */
export const rankTitles: ReadonlySet<string> = new Set(
  `manager director head chief principal president founder co-founder owner supervisor chair chairman chairwoman chairperson partner leader lead foreman forewoman matron sister captain superintendent senior deputy vice executive
  regional national global managing general staff consultant specialist master coordinator ceo cto cfo coo cio vp professor dean treasurer secretary commander registrar headteacher headmaster headmistress governor trustee expert
  inspector examiner assessor administrator architect`.split(/\s+/),
);

/** How well a language or a craft is mastered, lowest first; a claim may not stand above what the evidence says. */
export const levels: readonly RegExp[] = [
  /\b(?:basics?|beginners?|elementary|a1|a2|rudimentary|school|some|foundation)\b/iu,
  /\b(?:conversational(?:ly)?|conversation|intermediate|b1|working knowledge|limited working|get by)\b/iu,
  /\b(?:good|very good|advanced|upper[- ]intermediate|b2|professional working)\b/iu,
  /\b(?:fluent(?:ly)?|fluency|proficien\w*|business[- ]fluent|negotiation[- ]level|c1|full professional|verhandlungssicher|fließend|expert\w*)\b/iu,
  /\b(?:native(?:ly)?|mother[- ]tongue|first language|bilingual|c2|muttersprach\w*)\b/iu,
];

/** Languages people speak: claims of their own, whatever else the sentence says. */
export const languages =
  /^(?:english|german|french|spanish|italian|portuguese|dutch|polish|russian|ukrainian|czech|slovak|hungarian|romanian|bulgarian|greek|turkish|arabic|hebrew|farsi|persian|urdu|hindi|punjabi|bengali|tamil|gujarati|mandarin|cantonese|chinese|japanese|korean|vietnamese|thai|indonesian|malay|tagalog|swahili|yoruba|igbo|hausa|zulu|afrikaans|welsh|irish|gaelic|scots|danish|swedish|norwegian|finnish|icelandic|estonian|latvian|lithuanian|croatian|serbian|bosnian|slovene|albanian|catalan|basque|galician|latin|bsl|esperanto)$/i;
