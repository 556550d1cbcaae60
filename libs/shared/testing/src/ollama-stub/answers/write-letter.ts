import type { Evidence, PromptReading } from './read-prompt.ts';
import { restate } from './restate.ts';

const BRIDGES = [
  'That is the kind of work I want to keep doing, and it is what I would bring to your team from the first week.',
  'Work like this has taught me to ask early what is needed, to keep the plan simple and to finish what was promised.',
  'It is also why this position drew my attention, because the description sounds close to what I already do with pleasure.',
];
const CLOSING = [
  'I would welcome the chance to talk about the position and to hear what matters most to you right now.',
  'Please tell me which time suits you for a first conversation; I am glad to answer questions about anything in this letter.',
];

const MAX_NOTES = 3;
const MAX_ROLES = 5;
const MAX_REST = 2;

/** An honest letter, or one paragraph of it: every factual sentence restates one piece of evidence of the prompt. */
export function writeLetter(prompt: PromptReading): string {
  if (prompt.wants === 'sentences') return writeSentences(prompt);
  const paragraphs = prompt.wants === 'paragraph' ? [writeParagraph(prompt)] : writeWhole(prompt);
  const frame = prompt.wants === 'letter' && prompt.withFrame;
  return [...(frame ? ['Dear hiring team,'] : []), ...paragraphs, ...(frame ? ['Sincerely,'] : [])].join('\n\n');
}

/** Each numbered sentence anew, from the evidence. */
function writeSentences(prompt: PromptReading): string {
  const units = usable(prompt.evidence);
  const lines = prompt.numbered.map((_, index) => {
    const unit = units[index % Math.max(1, units.length)];
    return `${index + 1}. ${unit ? restate(unit, index) : 'none'}`;
  });
  return lines.join('\n');
}

function writeParagraph(prompt: PromptReading): string {
  const facts = usable(prompt.evidence).slice(0, 4).map(restate);
  if (prompt.place === 'opening') return [opening(prompt), ...facts].join(' ');
  if (prompt.place === 'closing') return [...facts, ...CLOSING].join(' ');
  const turn = (prompt.evidence[0]?.text.length ?? 0) % BRIDGES.length;
  return [...facts, BRIDGES[turn]].join(' ');
}

function writeWhole(prompt: PromptReading): string[] {
  const units = usable(prompt.evidence);
  const notes = units
    .filter((unit) => unit.kind === 'N')
    .slice(0, MAX_NOTES)
    .map(restate);
  const own = units.filter((unit) => unit.kind !== 'N');
  const done = own.filter((unit) => unit.kind === 'R').slice(0, MAX_ROLES);
  const about = own.filter((unit) => unit.kind !== 'R').slice(0, MAX_REST);
  const facts = [...done, ...about].map(restate);
  const half = Math.ceil(facts.length / 2);
  return [
    [opening(prompt), ...notes.slice(0, 1), BRIDGES[2]].join(' '),
    [...facts.slice(0, half), BRIDGES[0]].join(' '),
    [...facts.slice(half), ...notes.slice(1), BRIDGES[1]].join(' '),
    CLOSING.join(' '),
  ];
}

function opening({ title, company }: PromptReading): string {
  return `I am applying for the ${title ?? 'open'} position${company ? ` at ${company}` : ''}, and this letter says what I would bring.`;
}

/** A requirement says nothing about the applicant: it is repeated only when there is nothing else to say. */
function usable(evidence: Evidence[]): Evidence[] {
  const own = evidence.filter((unit) => unit.kind !== 'J');
  return own.length > 0 ? own : evidence;
}
