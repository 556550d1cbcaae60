import { irregularPast, stem, tokenize } from './words.ts';

/**
 * Whom a part of a sentence speaks of. `either`: both are in reach (`bring my … to your team`, `I read that …`);
 * `any`: the sentence names neither.
 */
export type Side = 'person' | 'company' | 'either' | 'any';

interface Marker {
  at: number;
  side: Side;
}

const person = /(?<![\p{L}])(?:I|me|my|mine|myself|we|our|us)(?![\p{L}])/giu;
/** In a quote these are the company's, in the person's own words a former team's. */
const shared = /^(?:we|our|us)$/i;
const companyWords = "you|your|yours|you['’]re|the company|the organisation|the organization|the firm";
const dative = /\b(?:to|for|with|at|on|in|within|of|join|joining|help|support|offer|give|bring|serve|strengthen|by)\s+$/i;
const perception =
  /\b(?:read|saw|seen|learn(?:ed|t)?|notice[ds]?|heard|understand|know that|admire|impressed|drawn|draws?|caught|interest(?:s|ed)?|appeals?|see that|says?|writes?)\b/giu;
const neutral = new Set(
  'appli apply see read notic learn find hear want decid hop enjoy lik felt thought draw drawn attach enclos interest excit delight pleas impres inspir motivat prepar came ask requir need list describ mention base bas skill experienc relat detail fascinat attract follow match advertis'.split(
    ' ',
  ),
);
const presentFact =
  /\b(?:hold|manage|lead|run|own|teach|speak|supervise|coordinate|operate|maintain|deliver|design|build|sell|train|mentor|specialise|specialize|bring|know|volunteer|am fluent|am an?)\b/i;
const possession =
  /\b(?:have|bring|offer|my)\b.{0,60}\b(?:experience|background|knowledge|degree|record|expertise|training|certificat\w+|skills)\b/i;
const modal = /\b(?:would|could|might|may|hope|will|shall|look forward|like to|want to|eager to|keen to|happy to|glad to|ready to)\b/i;

/** Company names are also used without their legal form: `Halden Freight` for `Halden Freight Ltd`. */
export function shortCompanyName(company: string): string {
  return company.replace(/[,\s]+(?:Ltd|Limited|Inc|LLC|GmbH|AG|plc|PLC|Corp|Corporation|Co|S\.?A|B\.?V|SE|LLP)\.?$/u, '').trim() || company;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Finds the company's name in a sentence, long or short form. */
export function companyPattern(company: string): RegExp {
  const forms = [...new Set([company, shortCompanyName(company)])].map(escape);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}

function findMarkers(sentence: string, company: string): Marker[] {
  const markers: Marker[] = [...sentence.matchAll(person)].map((match) => ({
    at: match.index,
    side: shared.test(match[0]) ? 'either' : 'person',
  }));
  const firstPerson = Math.min(...markers.map((marker) => marker.at));
  const companies = [...sentence.matchAll(new RegExp(`\\b(?:${companyWords})\\b`, 'giu')), ...sentence.matchAll(companyPattern(company))];
  for (const match of companies) {
    const reaches = match.index > firstPerson && dative.test(sentence.slice(0, match.index));
    markers.push({ at: match.index, side: reaches ? 'either' : 'company' });
  }
  const hasPerson = Number.isFinite(firstPerson);
  if (hasPerson) for (const match of sentence.matchAll(perception)) markers.push({ at: match.index, side: 'either' });
  return markers.sort((a, b) => a.at - b.at);
}

/** Tells for each offset whom the words there are said of: the nearest marker before, else the first one after. */
export function readSides(sentence: string, company: string): (at: number) => Side {
  const markers = findMarkers(sentence, company);
  return (at) => markers.findLast((marker) => marker.at <= at)?.side ?? markers[0]?.side ?? 'any';
}

/** Whether the sentence states something about the person that can be true or false, not a wish or a feeling. */
export function statesPersonFact(sentence: string): boolean {
  const hasPerson = new RegExp(person.source, 'iu').test(sentence);
  if (!hasPerson) return false;
  return statesPast(sentence) || (!modal.test(sentence) && presentFact.test(sentence)) || possession.test(sentence);
}

/** Whether a verb of the past tells of something done; `can be measured` does not. */
export function statesPast(sentence: string): boolean {
  if (/\bI was\b|\bwas (?:responsible|part)\b/i.test(sentence)) return true;
  return tokenize(sentence).some(({ text, at }) => {
    const lower = text.toLowerCase();
    if (!irregularPast.has(lower) && !/^\p{Ll}{2,}[^e]ed$/u.test(lower)) return false;
    return !neutral.has(stem(lower)) && !/\b(?:be|to|get)\s+(?:\w+ly\s+)?$/i.test(sentence.slice(0, at));
  });
}

export const isModal = (sentence: string): boolean => modal.test(sentence);
