import type { DocumentInputs } from '@coverwright/contracts';
import type { LetterRequest } from './compose-letter.ts';
import { sha256 } from './pick.ts';
import type { Selection } from './select-evidence.ts';

/** What a letter was made from, so that it can be told later why it says what it says. */
export function describeInputs(
  request: LetterRequest,
  selection: Selection,
  model: string | null,
  promptSha256: string | null,
): DocumentInputs {
  const { job_description: posting } = request.application;
  return {
    resume_sha256: sha256(request.resume),
    note_ids: [...new Set(selection.notes.flatMap((unit) => (unit.note ? [unit.note.id] : [])))],
    job_sha256: posting === null ? null : sha256(posting),
    model,
    prompt_sha256: promptSha256,
    options: { tone: request.tone, length: request.length, feedback: request.feedback },
  };
}
