import type { EvidenceUnit } from '@coverwright/server';
import type { Judge } from '../judge-sentence.ts';
import type { Material } from '../material.ts';
import { asLine, evidenceLines, fitPrompt, nonceOf } from '../prompts/evidence-lines.ts';
import { repairPrompt } from '../prompts/prompts.ts';
import { askModel, type Session } from './ask-model.ts';
import { sayingOf } from './check-form.ts';
import { readDraft, type ReadSentence } from './read-draft.ts';

const answerTokens = 220;
const most = 4;

/** The answer's lines by the number in front of them. */
function byNumber(text: string): Map<number, string> {
  const lines = [...text.matchAll(/^\s*\|?\s*(?:\*\*)?(\d)[.):]\s*(.+)$/gm)];
  return new Map(lines.map((match) => [Number(match[1]), (match[2] ?? '').trim()]));
}

/**
 * Asks once for the sentences that the evidence does not carry, with the reasons. What comes back and holds takes their places; what does
 * not is left out by the caller.
 */
export async function repairSentences(
  read: readonly ReadSentence[],
  units: EvidenceUnit[],
  { material, judge, session, said }: { material: Material; judge: Judge; session: Session; said: ReadonlySet<string> },
): Promise<ReadSentence[]> {
  const broken = read.filter((sentence) => sentence.fault !== null && sentence.canBeRepaired).slice(0, most);
  const listed = broken.map(({ text, fault }, index) => asLine(`${index + 1}. ${text} (${fault ?? ''})`)).join('\n');
  const render = ([evidence = []]: EvidenceUnit[][]): string =>
    repairPrompt.render({
      company: material.evidence.company,
      title: material.evidence.jobTitle,
      nonce: nonceOf(material),
      evidence: evidenceLines(evidence),
      sentences: listed,
    });
  const prompt = fitPrompt([units], render, answerTokens, session.window);
  const answer = await askModel(session, { ...prompt, maxTokens: answerTokens, temperature: 0.2 });
  if (answer === null) return [...read];
  const lines = byNumber(answer.text);
  const known = new Set([...said, ...read.filter(({ fault }) => fault === null).map(({ text }) => sayingOf(text))]);
  return read.map((sentence) => {
    const line = lines.get(broken.indexOf(sentence) + 1);
    if (!broken.includes(sentence) || line === undefined) return sentence;
    const [better] = readDraft(line, material, judge, known);
    if (!better || better.fault !== null) return sentence;
    known.add(sayingOf(better.text));
    return better;
  });
}
