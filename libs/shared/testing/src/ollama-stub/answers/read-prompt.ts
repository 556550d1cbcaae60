import type { StubMessage } from '../stub-types.ts';

export interface Evidence {
  id: string;
  /** R resume, N company note, J job requirement, E education, K skills, P profile. */
  kind: string;
  text: string;
}

export interface PromptReading {
  /** `sentences`: single numbered sentences are to be written again. */
  wants: 'letter' | 'paragraph' | 'sentences' | 'chat';
  place: 'opening' | 'middle' | 'closing';
  withFrame: boolean;
  company: string | null;
  title: string | null;
  /** The last turn of the person, with the task and usually the data. */
  task: string;
  evidence: Evidence[];
  /** Lines of data, without the prefix that marks them as such. */
  data: string[];
  /** Numbered sentences among the data. */
  numbered: string[];
}

const EVIDENCE_LINE = /^(?:\S{0,16}[ \t]+)?[^\w\s[]{0,4}\[([RNJEKP]\d+)\][ \t]*(.+)$/gm;
const PREFIXED_LINE = /^(\S{0,16}[|>])[ \t]?(.*)$/;

/** Understands as much of a prompt as a small model would: what is asked for, and which evidence it may use. */
export function readPrompt(messages: StubMessage[]): PromptReading {
  const text = messages.map((message) => message.content).join('\n\n');
  const task = messages.findLast((message) => message.role === 'user')?.content ?? text;
  return {
    wants: wantedKind(task),
    place: wantedPlace(task),
    withFrame: asksForFrame(text),
    company: label(text, 'Company(?: name)?'),
    title: label(text, '(?:Job )?Title|Position|Role'),
    task,
    evidence: readEvidence(text),
    data: readData(task),
    numbered: readData(task).flatMap((line) => /^\d[.)]\s+(.+)$/.exec(line)?.[1] ?? []),
  };
}

/** What is asked for stands at the end, after the data, where a small model looks. */
const assignment = (task: string): string => /(?:^|\n)Task:([\s\S]*)$/.exec(task)?.[1] ?? task;

function wantedKind(task: string): PromptReading['wants'] {
  const asked = assignment(task);
  if (/\bsentences? again\b/i.test(asked)) return 'sentences';
  if (task.trim().endsWith('?') || !/\b(?:paragraphs?|cover letter)\b/i.test(task)) return 'chat';
  return /\bparagraph\b/i.test(asked) && !/\b(?:[2-9]|two|three|four|five|several|–|-)\s*paragraphs\b/i.test(asked)
    ? 'paragraph'
    : 'letter';
}

function wantedPlace(task: string): PromptReading['place'] {
  const lines = assignment(task)
    .split('\n')
    .filter((line) => !line.includes('[') && !PREFIXED_LINE.test(line));
  const instructions = lines.join('\n');
  if (/\b(?:opening|first|introduct\w*)\b/i.test(instructions)) return 'opening';
  return /\b(?:closing|last|final|conclu\w*)\b/i.test(instructions) ? 'closing' : 'middle';
}

function asksForFrame(text: string): boolean {
  const mention = /\b(?:salutation|greeting|sign-?\s?off)\b/i;
  const refusal = /\b(?:no|not|never|without|don't|leave out|omit)\b[^.\n]{0,60}\b(?:salutation|greeting|sign-?\s?off)\b/i;
  return mention.test(text) && !refusal.test(text);
}

function label(text: string, names: string): string | null {
  return new RegExp(`^[^\\w\\n]{0,8}(?:${names})[ \\t]*:[ \\t]*(.+)$`, 'im').exec(text)?.[1]?.trim() ?? null;
}

function readEvidence(text: string): Evidence[] {
  const units = new Map<string, Evidence>();
  for (const [, id = '', content = ''] of text.matchAll(EVIDENCE_LINE)) {
    units.set(`${id} ${content}`, { id, kind: id[0] ?? '', text: content.trim() });
  }
  return [...units.values()];
}

function readData(task: string): string[] {
  const lines = task.split('\n');
  const prefixes = new Map<string, number>();
  for (const line of lines) {
    const prefix = PREFIXED_LINE.exec(line)?.[1];
    if (prefix) prefixes.set(prefix, (prefixes.get(prefix) ?? 0) + 1);
  }
  const [common] = [...prefixes].sort((a, b) => b[1] - a[1])[0] ?? [];
  if (!common) return lines;
  return lines.filter((line) => line.startsWith(common)).map((line) => line.slice(common.length).replace(/^[ \t]/, ''));
}
