import { jsonrepair } from 'jsonrepair';
import { z } from 'zod';

/** A fact as a model says it: nothing of it is known to be true. */
const saidSchema = z.object({ topic: z.string().catch(''), claim: z.string().catch(''), quote: z.string() });
export type SaidFact = z.infer<typeof saidSchema>;

const LONGEST = 20_000;

/** The facts in a model's answer, whatever is around them or broken; null when there is nothing of the kind in it. */
export function parseAnswer(text: string): SaidFact[] | null {
  const from = text.search(/[{[]/);
  if (from < 0) return null;
  // What follows the last bracket is chatter, or the half of a fact that the answer was cut off in.
  const to = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')) + 1;
  const answer = repair(text.slice(from, Math.min(to > from ? to : text.length, from + LONGEST)));
  const list = Array.isArray(answer) ? answer : factsOf(answer);
  const facts = list?.flatMap((item) => saidSchema.safeParse(item).data ?? []);
  return facts === undefined || (facts.length === 0 && list?.length !== 0) ? null : facts;
}

/** Small models leave out the list, or call it as they like. */
function factsOf(answer: unknown): unknown[] | null {
  if (typeof answer !== 'object' || answer === null) return null;
  if (saidSchema.safeParse(answer).success) return [answer];
  return Object.values(answer).find((value): value is unknown[] => Array.isArray(value)) ?? null;
}

function repair(text: string): unknown {
  try {
    return JSON.parse(jsonrepair(text));
  } catch {
    // Beyond repair: the caller says that the answer could not be used.
    return null;
  }
}
