import { countWords, type EvidenceUnit } from '@coverwright/server';
import type { Judge } from '../judge-sentence.ts';
import type { Material, Paragraph, PlannedParagraph, Sentence } from '../material.ts';
import type { Desk } from '../offline/desk.ts';
import { fill } from '../offline/phrases.ts';
import { writeParagraph } from '../offline/write-paragraph.ts';
import { wishesLine } from '../plan/plan-with-model.ts';
import { evidenceLines, fitPrompt, nonceOf } from '../prompts/evidence-lines.ts';
import { paragraphPrompt } from '../prompts/prompts.ts';
import { sayStyle } from '../voice/say-style.ts';
import { askModel, callsLeft, type Session } from './ask-model.ts';
import { sayingOf } from './check-form.ts';
import { paragraphTask, wordsAsked } from './paragraph-task.ts';
import { readDraft, type ReadSentence } from './read-draft.ts';
import type { ParagraphRelay } from './relay-draft.ts';
import { repairSentences } from './repair-sentences.ts';

const answerTokens = 260;
/** Fewer words than this make no paragraph. */
const leastWords = 25;

export interface ParagraphDesk {
  material: Material;
  judge: Judge;
  session: Session;
  desk: Desk;
  /** Sayings of the paragraphs before. */
  said: ReadonlySet<string>;
  /** Calls that the paragraphs after this one need. */
  reserved: number;
  relay: ParagraphRelay;
}

export interface DraftedParagraph {
  paragraph: Paragraph;
  /** Words of it that the model wrote. */
  byModel: number;
  dropped: number;
  repaired: number;
  /** Why the model's answers were no paragraph, when they were none. */
  failure: string | null;
}

const wordsIn = (sentences: readonly Sentence[]): number => countWords(sentences.map(({ text }) => text).join(' '));
const kept = (read: readonly ReadSentence[]): ReadSentence[] => read.filter(({ fault }) => fault === null);

function promptFor(planned: PlannedParagraph, { material, session }: ParagraphDesk): ReturnType<typeof fitPrompt> {
  const { evidence, wishes, shared, style } = material;
  const words = wordsAsked(material);
  const render = ([units = []]: EvidenceUnit[][]): string =>
    paragraphPrompt.render({
      company: evidence.company,
      title: evidence.jobTitle,
      tone: { plain: 'plain and friendly', warm: 'warm', formal: 'formal' }[wishes.tone],
      manner: sayStyle(style),
      wishes: wishesLine(material),
      terms: shared.slice(0, 5).join(', ') || 'none',
      nonce: nonceOf(material),
      evidence: evidenceLines(units),
      task: paragraphTask(planned, material),
      least: String(words.least),
      most: String(words.most),
    });
  return fitPrompt([planned.units], render, answerTokens, session.window);
}

/** A sentence without support is worth another call when leaving it out loses something: words that the paragraph needs, or evidence. */
function needsRepair(read: ReadSentence[], { units }: PlannedParagraph, material: Material): boolean {
  const good = kept(read);
  const covered = new Set(good.flatMap((sentence) => sentence.units));
  const isBroken = read.some(({ fault, canBeRepaired }) => fault !== null && canBeRepaired);
  return isBroken && (wordsIn(good) < wordsAsked(material).least || units.some((unit) => !covered.has(unit.id)));
}

/** Asks for the paragraph until it is one: once more when too little of the answer can stand, once for single sentences that cannot. */
async function ask(planned: PlannedParagraph, at: ParagraphDesk): Promise<{ read: ReadSentence[]; repaired: number }> {
  const { material, judge, session, said } = at;
  const prompt = promptFor(planned, at);
  let read: ReadSentence[] = [];
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const isSpare = attempt > 0;
    if (callsLeft(session) <= at.reserved && isSpare) break;
    const before = kept(read);
    const known = new Set([...said, ...before.map(({ text }) => sayingOf(text))]);
    const answer = await askModel(session, {
      ...prompt,
      maxTokens: answerTokens,
      temperature: 0.3,
      ...(isSpare ? {} : { onText: at.relay.push, onRestart: at.relay.restart }),
    });
    if (answer === null) return { read, repaired: 0 };
    read = [...before, ...readDraft(answer.text, material, judge, known, answer.isCut)];
    if (wordsIn(kept(read)) >= leastWords || read.some(({ canBeRepaired }) => canBeRepaired)) break;
  }
  if (!needsRepair(read, planned, material) || callsLeft(session) <= at.reserved) return { read, repaired: 0 };
  const better = await repairSentences(read, planned.units, { material, judge, session, said });
  return { read: better, repaired: kept(better).length - kept(read).length };
}

/** Title and company stand in the first paragraph, as they are stored, whatever the model made of them. */
function completeOpening(sentences: Sentence[], { material, judge }: ParagraphDesk): Sentence[] {
  const { company, jobTitle } = material.evidence;
  const text = sentences.map((sentence) => sentence.text).join(' ');
  if (text.includes(company) && text.includes(jobTitle)) return sentences;
  const post = /\b(?:position|role|post|job|vacancy)$/i.test(jobTitle) ? jobTitle : `${jobTitle} position`;
  const added = ['That is why I am applying for the {post} at {company}.', 'I am applying for the {post} at {company}.']
    .map((phrase) => fill(phrase, { post, company }))
    .find((sentence) => judge(sentence).ok);
  return added ? [...sentences, { text: added, units: [] }] : sentences;
}

/** Why no sentence could stand, for the person: form first, for it says more about the model. */
function reasonOf(faults: readonly ReadSentence[]): string {
  if (faults.length === 0) return 'the answer was empty';
  return faults.find(({ canBeRepaired }) => !canBeRepaired)?.fault ?? 'nothing of what it wrote has a source in resume and notes';
}

/** Drafts a paragraph with the model; what is missing of it is the offline text for the evidence that it has not said. */
export async function draftParagraph(planned: PlannedParagraph, at: ParagraphDesk): Promise<DraftedParagraph> {
  const { material, desk } = at;
  const { read, repaired } = await ask(planned, at);
  let sentences: Sentence[] = kept(read).map(({ text, units }) => ({ text, units }));
  const byModel = wordsIn(sentences);
  if (planned.part === 'opening' && sentences.length > 0) sentences = completeOpening(sentences, at);
  for (const role of material.evidence.roles)
    if (role.employer && sentences.some(({ text }) => text.includes(role.employer ?? ''))) desk.introduced.add(role.id);
  desk.current = null;
  if (wordsIn(sentences) < leastWords) {
    const covered = new Set(sentences.flatMap(({ units }) => units));
    const units = planned.units.filter((unit) => !covered.has(unit.id));
    const known = new Set([...at.said, ...sentences.map(({ text }) => sayingOf(text))]);
    const isTold = planned.part === 'opening' ? sentences.length > 0 : units.length === 0;
    const offline = isTold ? [] : writeParagraph({ ...planned, units }, desk).sentences;
    sentences = [...sentences, ...offline.filter(({ text }) => !known.has(sayingOf(text)))];
  }
  const faults = read.filter(({ fault }) => fault !== null);
  return {
    paragraph: { part: planned.part, sentences },
    byModel,
    dropped: faults.length,
    repaired,
    failure: byModel > 0 ? null : reasonOf(faults),
  };
}
