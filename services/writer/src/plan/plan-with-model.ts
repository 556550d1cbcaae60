import type { EvidenceUnit } from '@coverwright/server';
import { askModel, type Session } from '../draft/ask-model.ts';
import type { Material, PlannedParagraph } from '../material.ts';
import { evidenceLines, fitPrompt, nonceOf } from '../prompts/evidence-lines.ts';
import { planPrompt } from '../prompts/prompts.ts';
import { isShort } from '../select/read-wishes.ts';
import { planExample, planLength, planSchema } from './plan-schema.ts';
import { readPlan } from './read-plan.ts';

const answerTokens = 500;
const jobLines = 8;

/** Posting lines that hold the words the posting asks for most. */
export function pickJobLines({ evidence, selection }: Material): EvidenceUnit[] {
  const wanted = selection.terms.map(({ text }) => text.toLowerCase());
  const lines = evidence.units.filter((unit) => unit.kind === 'job' && unit.id !== 'J0');
  const fit = (unit: EvidenceUnit): number => wanted.filter((term) => unit.text.toLowerCase().includes(term)).length;
  return [...lines].sort((a, b) => fit(b) - fit(a)).slice(0, jobLines);
}

export const wishesLine = ({ request }: Material): string => (request.feedback ?? 'none').replace(/\s+/g, ' ').trim().slice(0, 300);

/** Asks for a plan, once. Null when the answer was none; the session has ended when the engine failed. */
export async function planWithModel(material: Material, session: Session): Promise<PlannedParagraph[] | null> {
  const { evidence, selection, wishes } = material;
  const own = [...selection.resume, ...selection.profile.slice(0, 2), ...selection.education.slice(0, 3), ...selection.skills.slice(0, 2)];
  const ids = [...own, ...selection.notes].map((unit) => unit.id);
  if (ids.length === 0) return null;
  const render = ([resume = [], notes = [], job = []]: EvidenceUnit[][]): string =>
    planPrompt.render({
      company: evidence.company,
      title: evidence.jobTitle,
      wishes: wishesLine(material),
      nonce: nonceOf(material),
      resume: evidenceLines(resume),
      notes: evidenceLines(notes),
      job: evidenceLines(job),
      count: isShort(wishes) ? '3' : `${planLength.max - 1} or ${planLength.max}`,
      schema: planExample(ids),
    });
  const prompt = fitPrompt([own, selection.notes, pickJobLines(material)], render, answerTokens, session.window);
  const answer = await askModel(session, { ...prompt, maxTokens: answerTokens, temperature: 0, schema: planSchema(ids) });
  return answer === null ? null : readPlan(answer.text, material);
}
