import { estimatePromptTokens, type EvidenceUnit, type ModelMessage, type ModelRequest } from '@coverwright/server';
import type { Material } from '../material.ts';
import { sha256 } from '../offline/pick.ts';

/** Marks material line by line, so that no line of a page can pass for one of ours. */
const prefix = '| ';
const longest = 420;
/** The estimate is upper on average, not in every case. */
const margin = 1.15;

/** Guessed by nobody who writes a page: it comes from the application's own id. */
export const nonceOf = ({ request }: Pick<Material, 'request'>): string =>
  `<<${sha256(`${request.application.id}:${request.notes.map((note) => note.id).join()}`).slice(0, 12)}>>`;

/** One line of material: no line breaks, none of the marks that separate material from instructions or turns of a chat. */
export const asLine = (text: string): string =>
  prefix +
  text
    .replace(/<<[^<>]{0,40}>>|<\|[^|>]{0,40}\|>|\[\/?INST\]/g, ' ')
    .replace(/[\s\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069]+/g, ' ')
    .trim()
    .slice(0, longest);

export function evidenceLine(unit: EvidenceUnit): string {
  const heading = unit.role ? `${unit.role.heading}: ` : '';
  return asLine(`[${unit.id}] ${heading}${unit.text}`);
}

export const evidenceLines = (units: readonly EvidenceUnit[]): string => units.map(evidenceLine).join('\n') || `${prefix}(nothing)`;

export const fits = (messages: ModelMessage[], answerTokens: number, window: number): boolean =>
  estimatePromptTokens(messages) * margin + answerTokens <= window;

export type FittedPrompt = Pick<ModelRequest, 'messages'> & Required<Pick<ModelRequest, 'refit'>>;

/**
 * Renders a prompt from lists of evidence, weakest last, leaving the weakest out until it fits; `refit` leaves out more when the model's
 * own count says so. The instructions stay whole.
 */
export function fitPrompt(
  lists: EvidenceUnit[][],
  render: (lists: EvidenceUnit[][]) => string,
  answerTokens: number,
  window: number,
): FittedPrompt {
  const refit: FittedPrompt['refit'] = (fitsWindow) => {
    let kept = lists;
    for (;;) {
      const messages: ModelMessage[] = [{ role: 'user', content: render(kept) }];
      const most = Math.max(...kept.map((list) => list.length));
      if (most === 0 || fitsWindow(messages)) return messages;
      const at = kept.findLastIndex((list) => list.length === most);
      kept = kept.map((list, index) => (index === at ? list.slice(0, -1) : list));
    }
  };
  return { messages: refit((messages) => fits(messages, answerTokens, window)), refit };
}
