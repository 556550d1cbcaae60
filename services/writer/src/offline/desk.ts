import { splitSentences } from '@coverwright/server';
import type { Judge } from '../judge-sentence.ts';
import type { Material, Sentence } from '../material.ts';
import { contract } from '../voice/say-style.ts';
import { createChooser, type Choose } from './pick.ts';

/** What one letter has used up while it is written: phrases, posts introduced, sentences that start with “I”. */
export interface Desk {
  material: Material;
  judge: Judge;
  choose: Choose;
  /** Ids of the posts whose title and employer were named. */
  introduced: Set<string>;
  /** Id of the post that was spoken of last, so that `there` is understood; null when something else came after. */
  current: string | null;
  /** Kinds of connection that were used; none is used twice while others are left. */
  links: Set<string>;
  sentences: number;
  startsWithI: number;
}

export const newDesk = (material: Material, judge: Judge, variant = 0): Desk => ({
  material,
  judge,
  choose: createChooser(material.seed + variant),
  introduced: new Set(),
  current: null,
  links: new Set(),
  sentences: 0,
  startsWithI: 0,
});

/** Whether a reader sees where it ends: `… at Humber Electrical Ltd. From your posting …` reads as one sentence. */
const endsClearly = (wording: string): boolean => splitSentences(`${wording} Next one.`).length > splitSentences(wording).length;

/**
 * Says the first of several wordings that the verifier carries, in the person's manner; nothing when it carries none. The evidence's own
 * words rarely fail, but a surprising resume can make them.
 */
export function say(desk: Desk, units: string[], ...wordings: string[]): Sentence[] {
  const manners = wordings.flatMap((wording) => [contract(wording, desk.material.style), wording]);
  for (const wording of [...manners.filter(endsClearly), ...manners]) {
    const sentences = splitSentences(wording);
    if (!sentences.every((sentence) => desk.judge(sentence).ok)) continue;
    desk.sentences += sentences.length;
    desk.startsWithI += sentences.filter((sentence) => /^I\b/.test(sentence)).length;
    return sentences.map((text) => ({ text, units }));
  }
  return [];
}
