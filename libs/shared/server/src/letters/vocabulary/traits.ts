import { remember } from '../remember.ts';
import { stem } from '../stem.ts';

/**
 * What people say of their character. Nobody can check it against a resume, so it is neither evidence nor invention; of a company it
 * would be a claim.
 */
const traits = new Set(
  `calm patient reliable punctual careful friendly honest hardworking hard-working flexible motivated organised organized tidy empathetic resilient adaptable proactive detail-oriented creative cheerful polite trustworthy conscientious
  diligent thorough dedicated committed loyal energetic open-minded humble self-motivated enthusiastic independent independently team-player pragmatic analytical structured methodical resourceful approachable sociable
  communicative attentive disciplined gentle kind robust practical inquisitive ambitious eager patience calmness reliability punctuality honesty empathy humour humor resilience flexibility adaptability diligence dedication
  commitment loyalty energy humility discipline integrity kindness compassion compassionate initiative creativity precision accuracy pressure stress teamwork nerve nerves busy tired difficult rush hurry listen listener cool head steady
  tidily neatly neat clean-cut sense-of-humour composure tact tactful diplomatic diplomacy persistence persistent perseverance stamina dependable dependability courteous courtesy respectful considerate warm-hearted sincere sincerity
  fast-learner learner team-spirited spirited optimistic positive decisive versatile versatility fluentness thoughtful caring rigour rigorous meticulous meticulously craftsman-like tolerance sociability teamplayer player ear problem-solver solver
  punctually politely calmly patiently happily cheerfully proudly carefully love pride joy fun heart soul backbone deadline-driven unflappable level-headed grounded down-to-earth tidier orderly weather rain cold heat`
    .trim()
    .split(/\s+/)
    .flatMap((word) => [word, stem(word)]),
);

export const isTrait = remember((word: string): boolean => traits.has(word.toLowerCase()) || traits.has(stem(word)));
