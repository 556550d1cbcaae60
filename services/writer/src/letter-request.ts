import type { Application, DocumentInputs, LetterCheck, ResearchNote, SentenceProvenance } from '@coverwright/contracts';
import type { ModelClient } from '@coverwright/server';

export interface LetterRequest {
  application: Pick<Application, 'id' | 'company_name' | 'job_title' | 'job_description' | 'location'>;
  /** The person's own, markdown or plain text. */
  resume: string;
  /** Without the excluded ones. */
  notes: ResearchNote[];
  /** Letters the person wrote before: they show how the person writes and are no evidence. */
  pastLetters: string | null;
  feedback: string | null;
  /** Words in the body of the letter that the feedback is about; null when there is none yet. */
  wordsBefore: number | null;
  tone: string | null;
  length: 'short' | 'medium' | 'long';
  today: Date;
  researchAsked: boolean;
}

export interface LetterOptions {
  /** null: the offline composer writes. */
  model: ModelClient | null;
  /** Context window that the model is run with, in tokens. */
  numCtx: number;
  signal: AbortSignal;
  /** 0–100 of the writing, with a message for a person. */
  onStep: (percent: number, message: string) => void;
  /** The draft as it is written, in order; only what the evidence carries. */
  onDraft: (text: string) => void;
}

export interface ComposedLetter {
  content: string;
  generator: string;
  provenance: SentenceProvenance[];
  checks: LetterCheck[];
  inputs: DocumentInputs;
  notes_used: number;
}
