import type { LetterCheck } from '@coverwright/contracts';
import { findNumbers } from '@coverwright/server';
import { listOf } from './offline/tidy-text.ts';
import type { Material } from './material.ts';

/** Names and abbreviations: a capital or a digit inside of a sentence. */
const name = /(?<=[\p{L}\p{N},;:&(]\s)(?!I\b|I['’])\p{Lu}[\p{L}\p{N}.+#-]*[\p{L}\p{N}+#]/gu;

/** What the feedback wants said and no evidence has: numbers and names. Such a wish is not followed, and the person should know. */
export function findUnsupportedWishes({ evidence, wishes }: Pick<Material, 'evidence' | 'wishes'>): string[] {
  const known = evidence.units
    .filter(({ kind }) => kind !== 'job')
    .map(({ text }) => text)
    .join('\n');
  const headings = evidence.roles.map(({ heading }) => heading).join('\n');
  const all = `${known}\n${headings}\n${evidence.company}\n${evidence.jobTitle}`;
  const numbers = findNumbers(all).map(({ value }) => value);
  const missing = [
    ...findNumbers(wishes.stress)
      .filter(({ value }) => !numbers.includes(value))
      .map(({ text }) => text),
    ...[...wishes.stress.matchAll(name)].map((match) => match[0]).filter((word) => !all.toLowerCase().includes(word.toLowerCase())),
  ];
  return [...new Set(missing)];
}

/** Says how the feedback was taken. Null when there is none. */
export function checkFeedback(material: Material): LetterCheck | null {
  const { request, wishes } = material;
  if (request.feedback === null || request.feedback.trim() === '') return null;
  const missing = findUnsupportedWishes(material);
  const detail = missing.length
    ? `Not said, because neither resume nor notes have it: ${listOf(missing)}.`
    : wishes.avoid.length
      ? `Left out: ${listOf(wishes.avoid)}.`
      : 'Taken into account for what the letter draws on and how it says it.';
  return { name: 'feedback', passed: missing.length === 0, detail, hard: false };
}
