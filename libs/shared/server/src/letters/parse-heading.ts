import { findPeriod } from './parse-period.ts';
import type { Role } from './evidence.ts';

const titleWord =
  /\b(?:engineer|developer|programmer|architect|nurse|midwife|teacher|tutor|lecturer|professor|manager|representative|rep|executive|electrician|plumber|carpenter|technician|mechanic|assistant|associate|director|officer|analyst|consultant|designer|writer|editor|accountant|lawyer|solicitor|paralegal|clerk|administrator|coordinator|specialist|advisor|adviser|agent|driver|chef|cook|waiter|waitress|barista|cashier|supervisor|lead|head|chief|president|intern|trainee|apprentice|student|volunteer|researcher|scientist|therapist|physiotherapist|pharmacist|doctor|physician|surgeon|paramedic|carer|caregiver|worker|operator|installer|fitter|foreman|buyer|planner|recruiter|trainer|coach|librarian|journalist|translator|photographer|owner|founder|partner|freelancer?|contractor|sister|secretary|receptionist|guard|gardener|baker|tester|strategist|marketer|bookkeeper|auditor|cto|ceo|cfo|coo|seller|salesperson|salesman)s?\b/i;

const separators = /\s+(?:[|·•@–—-]|at)\s+|\s*[|·•–—]\s*|,\s+/u;

/** Reads the words of a position's heading. What is not clear stays null; nothing is guessed from outside the heading. */
export function parseHeading(id: string, heading: string): Role {
  const found = findPeriod(heading);
  const named = (found ? heading.replace(found.text, ' ') : heading)
    .replace(/\(\s*\)|\[\s*\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const parts = named
    .split(separators)
    .map((part) => part.replace(/^[\s(),;:]+|[\s(,;:]+$/g, ''))
    .filter((part) => /\p{L}{2}/u.test(part));
  const at = parts.findIndex((part) => titleWord.test(part));
  const title = at >= 0 ? (parts[at] ?? null) : null;
  const employer = parts.find((part, index) => index !== at && !titleWord.test(part)) ?? parts.find((_, index) => index !== at) ?? null;
  return { id, heading: heading.trim(), title, employer, period: found?.period ?? null };
}

/** Whether a line without a bullet opens a position: it has a period, or names a trade and an employer. */
export function looksLikeHeading(line: string): boolean {
  return line.length <= 160 && (findPeriod(line) !== null || (titleWord.test(line) && /[,|–—@]| at /.test(line) && !/[.!?]$/.test(line)));
}
