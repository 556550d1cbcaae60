import type { Sentence } from './parse-clauses.ts';
import type { Reading } from './parse-reading.ts';

const LABEL =
  /^(?:(?:here (?:is|are)|this is|see) )?(?:(?:my|the|our|your|their|a|his|her|key|main|daily) ){0,3}(?:to-?do(?:s| list)?|to do(?: list)?|checklists?|agenda|schedule|routine|reminders?|homework|chores|shopping list|tasks|notes|list|duties|responsibilities|requirements|job description|what you will do|your role|plan)(?: (?:for|of) .*)?$/;

/** A sentence that is only the name of a list ("Checklist."): what follows is the list, told and not asked for. */
export const isListLabel = ({ clauses }: Sentence): boolean => clauses.length === 1 && LABEL.test(clauses[0]?.words ?? '');

export function floatAll(reading: Reading): Reading {
  return { ...reading, asked: new Set(), floated: new Set([...reading.floated, ...reading.asked]) };
}
