import type { DocumentInputs } from '@coverwright/contracts';
import type { Material } from './material.ts';
import { sha256 } from './offline/pick.ts';
import { promptSha256 } from './prompts/prompts.ts';

const day = (date: Date): string => date.toISOString().slice(0, 10);

/** What a letter was made from, whole: the same inputs with the same engine give the same letter. `model` is the engine's name, null for none. */
export function describeInputs({ request, selection }: Material, model: string | null): DocumentInputs {
  const { company_name, job_title, location, job_description: posting } = request.application;
  const notes = request.notes.map(({ id, kind, pinned, content, facts }) => ({ id, kind, pinned, content, facts }));
  return {
    resume_sha256: sha256(request.resume),
    note_ids: [...new Set(selection.notes.flatMap((unit) => (unit.note ? [unit.note.id] : [])))],
    job_sha256: posting === null ? null : sha256(posting),
    model,
    prompt_sha256: model === null ? null : promptSha256,
    options: {
      tone: request.tone,
      length: request.length,
      feedback: request.feedback,
      company_name,
      job_title,
      location,
      date: day(request.today),
      notes_sha256: sha256(JSON.stringify(notes)),
      past_letters_sha256: request.pastLetters === null ? null : sha256(request.pastLetters),
    },
  };
}
