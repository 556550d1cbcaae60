import type { Role } from './evidence.ts';
import { findHeadingPeriod, findPeriod } from './parse-period.ts';
import { namesOccupation, namesOrganisation, titleLikeness } from './resume/title-words.ts';

const separators = /\s+(?:[|·•@–—−-]|at|for|with|bei|chez|en|presso|bij)\s+(?=\p{Lu}|\p{N}|the\s)|\s*[|·•–—]\s*|,\s+|\t|\s{3,}/u;
/** Kinds of employment, places and lengths that stand in headings beside title and employer. */
const aside =
  /^(?:full[- ]?time|part[- ]?time|permanent|temporary|fixed[- ]term|contract|freelance|self[- ]employed|internship|remote|hybrid|on[- ]?site|vollzeit|teilzeit|cdi|cdd|\d+ (?:yrs?|years?|mos?|months?)\b.*)$/i;

function splitNames(heading: string, period: string | undefined): string[] {
  const named = (period === undefined ? heading : heading.replace(period, ' | '))
    .replace(/\(\s*[|]?\s*\)|\[\s*[|]?\s*\]/g, ' | ')
    .replace(/\(\s*\|[^)]*\)/g, ' | ')
    .replace(/(?<=\S) {1,2}(?=\S)/g, ' ')
    .trim();
  return named
    .split(separators)
    .map((part) => part.replace(/^[\s(),;:–—-]+|[\s(,;:–—-]+$/gu, '').replace(/^[^(]*\)$/, (text) => text.slice(0, -1)))
    .filter((part) => /\p{L}{2}/u.test(part) && !aside.test(part));
}

/** The part that is most surely a title; a lone part that only sounds like one may as well be a name. */
function findTitle(parts: string[]): number {
  const likeness = parts.map(titleLikeness);
  const best = Math.max(0, ...likeness);
  return best > 1 || (best === 1 && parts.length > 1) ? likeness.indexOf(best) : -1;
}

/** Reads the words of a position's heading. What is not clear stays null; nothing is guessed from outside the heading. */
export function parseHeading(id: string, heading: string): Role {
  const found = findHeadingPeriod(heading);
  const parts = splitNames(heading, found?.text);
  const at = findTitle(parts);
  const others = parts.filter((part, index) => index !== at && titleLikeness(part) < 2);
  const employer = others.find(namesOrganisation) ?? others[0] ?? parts.find((_, index) => index !== at) ?? null;
  return { id, heading: heading.trim(), title: at >= 0 ? (parts[at] ?? null) : null, employer, period: found?.period ?? null };
}

/** Whether a line without a bullet opens a position: it has a period, or names a trade and an employer. */
export function looksLikeHeading(line: string): boolean {
  if (line.length > 160) return false;
  if (findPeriod(line) !== null) return !/[.!?]$/.test(line) || line.split(/\s+/).length <= 12;
  if (findHeadingPeriod(line) !== null) return true;
  return namesOccupation(line) && /[,|–—@·]| at /.test(line) && !/[.!?]$/.test(line);
}
