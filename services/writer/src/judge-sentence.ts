import type { EvidenceSource } from '@coverwright/contracts';
import { addressesAMachine, indexEvidence, isResumeUnit, verifySentence } from '@coverwright/server';
import type { Material } from './material.ts';
import { isAvoided } from './select/select-evidence.ts';

export interface Judgement {
  /** May stand in the letter. */
  ok: boolean;
  /** Why not, in words for a model and for a person. */
  reasons: string[];
  /** Ids of the evidence it rests on; none for a sentence of courtesy. */
  units: string[];
}

export type Judge = (sentence: string) => Judgement;

const wish = /\b(?:would|could|might|will|want|hope|apply|applying|application|position|role|like to|look forward)\b/i;

const isOwnWork = (sources: readonly EvidenceSource[]): boolean => sources.some(({ kind }) => kind === 'resume' || kind === 'profile');

/** Whether a sentence sets what it tells at the company that the letter goes to. */
const placesAt = (sentence: string, company: string): boolean =>
  !wish.test(sentence) && [`At ${company}`, ` at ${company}`, ` for ${company}`].some((place) => sentence.includes(place));

/** Holds sentences to the evidence, each once. A letter's sentences come by often: while streaming, when repairing, at the end. */
export function createJudge({ evidence, wishes }: Pick<Material, 'evidence' | 'wishes'>): Judge {
  const index = indexEvidence(evidence);
  const known = new Map<string, Judgement>();
  const isInResume =
    evidence.units.some((unit) => isResumeUnit(unit) && unit.text.includes(evidence.company)) ||
    evidence.roles.some((role) => role.heading.includes(evidence.company));
  const idOf = new Map(evidence.units.map((unit) => [unit.text, unit.id]));
  const judge = (sentence: string): Judgement => {
    const { status, reasons, sources } = verifySentence(sentence, index);
    const found = [...reasons];
    if (isOwnWork(sources) && placesAt(sentence, evidence.company) && !isInResume)
      found.push(`the applicant does not work at ${evidence.company}`);
    if (addressesAMachine(sentence)) found.push('it speaks to a machine');
    if (isAvoided(sentence, wishes.avoid)) found.push('it is about something the applicant wants left out');
    return {
      ok: status !== 'unsupported' && found.length === 0,
      reasons: found,
      units: sources.flatMap(({ quote }) => idOf.get(quote) ?? []),
    };
  };
  return (sentence) => {
    const judgement = known.get(sentence) ?? judge(sentence);
    known.set(sentence, judgement);
    return judgement;
  };
}
