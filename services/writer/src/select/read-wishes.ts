import type { LetterRequest } from '../letter-request.ts';
import type { Style } from '../voice/describe-style.ts';

/** What tone, length and feedback ask for, as far as they can steer selection and phrasing. They never add facts. */
export interface Wishes {
  tone: 'plain' | 'warm' | 'formal';
  words: { min: number; max: number };
  /** What should come in, in the person's words; only evidence about it can. */
  stress: string;
  avoid: string[];
  /** Whether other words were asked for than last time. */
  reworded: boolean;
}

const ranges = { short: { min: 180, max: 210 }, medium: { min: 200, max: 285 }, long: { min: 300, max: 390 } };
const order = ['short', 'medium', 'long'] as const;
const shorter = /\b(?:shorter|shorten|too long|more concise|conciser?|briefer|cut it down|tighten|trim)\b/i;
const longer = /\b(?:longer|too short|more detail(?:ed)?|expand|lengthen|say more)\b/i;
const tones: [RegExp, Wishes['tone']][] = [
  [/\b(?:less|not so|not too|too)\s+(?:formal|stiff|professional|dry|cold)\b/i, 'warm'],
  [/\b(?:less|not so|not too|too)\s+(?:casual|friendly|warm|enthusiastic|gushing|informal|personal)\b/i, 'plain'],
  [/\b(?:formal|professional|conservative|traditional)\b/i, 'formal'],
  [/\b(?:warm\w*|friendl\w+|enthusias\w+|personal|casual|informal|lively|cheerful)\b/i, 'warm'],
  [/\b(?:plain\w*|direct|simple|simpler|matter[- ]of[- ]fact|neutral|sober|down[- ]to[- ]earth)\b/i, 'plain'],
];
const manner =
  /\b(?:less|not so|not too|too|more)\s+(?:formal|stiff|professional|dry|cold|casual|friendly|warm|enthusiastic|gushing|informal|personal|long|short|wordy)\b/giu;
const negative =
  /\b(?:don['’]?t|do not|never|leave out|without|remove|delete|drop|skip|omit|less about|less on|no more|no need to|nothing about|stop|avoid|not)\s+(?:(?:mention|talk|write|speak|say|go)(?:ing)?\s+)?(?:about\s+|on about\s+|any(?:thing)?\s+(?:about\s+)?)?(?:the\s+|my\s+|that\s+)?([^.;,!?\n]{3,60})/giu;
const anew =
  /\b(?:different(?:ly)?|another (?:version|way|try|opening|wording)|new (?:version|wording)|fresh|vary|rephrase|reword|rewrite|boring|generic|canned|robotic|start over|from scratch|other words)\b/i;

const toneOf = (text: string): Wishes['tone'] | undefined => tones.find(([pattern]) => pattern.test(text))?.[1];

function stepOf(feedback: string): number {
  if (shorter.test(feedback)) return -1;
  return longer.test(feedback) ? 1 : 0;
}

/** Shorter and longer are so against the letter that the person has read; a letter keeps to what is read at all. */
function rangeOf({ length, wordsBefore }: LetterRequest, step: number): Wishes['words'] {
  const at = Math.min(2, Math.max(0, order.indexOf(length) + step));
  const range = ranges[order[at] ?? length];
  if (step === 0 || wordsBefore === null) return range;
  if (step > 0) {
    const min = Math.min(370, Math.max(range.min, Math.ceil(wordsBefore * 1.15)));
    return { min, max: Math.min(398, Math.max(range.max, min + 40)) };
  }
  const max = Math.max(110, Math.min(range.max, Math.floor(wordsBefore * 0.85)));
  return { min: Math.min(range.min, max - 30), max };
}

/** Whether a letter is to say less than letters usually do. */
export const isShort = ({ words }: Pick<Wishes, 'words'>): boolean => words.max < 240;

/** Reads the wishes. `style` is how the person writes when nothing else is asked for. */
export function readWishes(request: LetterRequest, style: Style): Wishes {
  const feedback = request.feedback ?? '';
  const own = style.formality === 'formal' ? 'formal' : style.formality === 'casual' ? 'warm' : 'plain';
  const withoutManner = feedback.replace(manner, ' ');
  const avoid = [...withoutManner.matchAll(negative)].map((match) =>
    (match[1] ?? '').replace(/\b(?:please|at all|again|any ?more)\b/gi, '').trim(),
  );
  return {
    tone: toneOf(feedback) ?? toneOf(request.tone ?? '') ?? own,
    words: rangeOf(request, stepOf(feedback)),
    stress: withoutManner.replace(negative, ' ').replace(shorter, ' ').replace(longer, ' ').replace(/\s+/g, ' ').trim(),
    avoid: avoid.filter((wish) => wish !== ''),
    reworded: anew.test(feedback),
  };
}
