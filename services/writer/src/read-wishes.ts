import type { LetterRequest } from './compose-letter.ts';

/** What tone, length and feedback ask for, as far as they can steer selection and phrasing. They never add facts. */
export interface Wishes {
  tone: 'plain' | 'warm' | 'formal';
  words: { min: number; max: number };
  stress: string;
  avoid: string[];
}

const ranges = { short: { min: 180, max: 230 }, medium: { min: 250, max: 320 }, long: { min: 330, max: 400 } };
const order = ['short', 'medium', 'long'] as const;
const negative =
  /\b(?:don['’]?t|do not|leave out|without|remove|drop|less about|no more|stop|not)\s+(?:mention(?:ing)?\s+|talk(?:ing)? about\s+|any(?:thing)?\s+(?:about\s+)?)?([^.;,\n]{3,60})/giu;

function lengthOf(request: LetterRequest): (typeof order)[number] {
  const at = order.indexOf(request.length);
  const feedback = request.feedback ?? '';
  const step = /\b(?:shorter|too long|more concise|cut it down)\b/i.test(feedback)
    ? -1
    : /\b(?:longer|too short|more detail)\b/i.test(feedback)
      ? 1
      : 0;
  return order[Math.min(2, Math.max(0, at + step))] ?? request.length;
}

export function readWishes(request: LetterRequest): Wishes {
  const feedback = request.feedback ?? '';
  const manner = `${request.tone ?? ''} ${feedback}`;
  const tone = /\b(?:formal|professional|conservative|traditional)\b/i.test(manner)
    ? 'formal'
    : /\b(?:warm|friendly|enthusias\w+|personal|casual|lively)\b/i.test(manner)
      ? 'warm'
      : 'plain';
  const avoid = [...feedback.matchAll(negative)].map((match) => (match[1] ?? '').trim());
  return { tone, words: ranges[lengthOf(request)], stress: feedback.replace(negative, ' '), avoid };
}
