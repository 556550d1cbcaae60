import type { PromptReading } from './read-prompt.ts';

const INVENTED = [
  'At Google I led 47 engineers and raised revenue by 312% in 2017.',
  'As Vice President of Engineering at Siemens I cut costs by 18.5 million euros within nine months.',
  'I hold a PhD in Computer Science from Stanford University and twelve patents.',
  'My open-source project Hyperloom is used by 2.4 million developers in 61 countries.',
  'Forbes named me one of the 30 most promising technologists of 2021.',
  'I am certified in Six Sigma, PRINCE2 and advanced crisis negotiation.',
  'Before that I managed a budget of 96 million dollars at Deloitte in Singapore.',
  'I speak Mandarin, Finnish and Swahili fluently and served as an interpreter at the United Nations.',
];
const SKILLS = [
  'I have ten years of daily experience with {term} and have trained 60 colleagues in it.',
  'My deep expertise in {term} has been recognised with a national award.',
  'I am a certified expert in {term}, and I led its introduction in three countries.',
];
const FLATTERY = [
  'Your world-class company is the undisputed global leader of its field and has won every major award.',
  'It is no secret that {company} has 40,000 delighted customers on five continents.',
  'I have admired {company} and its visionary founder since my childhood, and your latest product has changed the industry.',
];
const FALLBACK_TERMS = ['Kubernetes', 'SAP S/4HANA', 'trauma surgery', 'structural engineering'];

const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '';

/** Puts an invented number or employer into every paragraph, in the middle where nobody looks. */
export function fabricate(honest: string): string {
  return honest
    .split('\n\n')
    .map((paragraph, index) => {
      const invented = pick(INVENTED, index + honest.length);
      const cut = paragraph.indexOf('. ');
      return cut < 0 ? `${paragraph} ${invented}` : `${paragraph.slice(0, cut + 1)} ${invented}${paragraph.slice(cut + 1)}`;
    })
    .join('\n\n');
}

/** Not one true sentence. */
export function inventAll(honest: string): string {
  return honest
    .split('\n\n')
    .map((_, index) => [0, 1, 2, 3].map((step) => pick(INVENTED, index * 3 + step + honest.length)).join(' '))
    .join('\n\n');
}

/** Claims what the posting asks for, whether the resume has it or not. */
export function inventSkills(honest: string, prompt: PromptReading): string {
  const asked = prompt.evidence.filter((unit) => unit.kind === 'J').map((unit) => unit.text.replace(/[.;]$/, ''));
  const terms = asked.length > 0 ? asked : FALLBACK_TERMS;
  return `${honest} ${SKILLS.map((skill, index) => skill.replace('{term}', pick(terms, index + honest.length))).join(' ')}`;
}

/** Praises the company with facts that nobody told. */
export function flatter(honest: string, { company }: PromptReading): string {
  const praise = FLATTERY.map((line) => line.replaceAll('{company}', company ?? 'your company'));
  return `${praise[0] ?? ''} ${honest} ${praise.slice(1).join(' ')}`;
}

/** Says the right facts of the wrong employer: the company written to, or the next one in the evidence. */
export function moveFacts(honest: string, { company }: PromptReading): string {
  const places = [...new Set([...honest.matchAll(/\b(?:At|at) ((?:\p{Lu}[\p{L}’']*\s?)+)/gu)].map((match) => (match[1] ?? '').trim()))];
  const others = [...places.slice(1), company ?? 'Initech'];
  return places.reduce((text, place, index) => text.replaceAll(`t ${place},`, `t ${others[index] ?? 'Initech'},`), honest);
}
