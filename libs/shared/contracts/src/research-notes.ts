import { z } from 'zod';
import { listOf } from './list.ts';
import { freeText, isoTime } from './text.ts';

/** `quote` is a substring of what was fetched, and of the note's text; `claim` says the same in a sentence. */
export const factSchema = z.object({ topic: z.string(), claim: z.string(), quote: z.string() });
export type Fact = z.infer<typeof factSchema>;

export const noteKindSchema = z.enum(['company', 'posting', 'news', 'other']);
export type NoteKind = z.infer<typeof noteKindSchema>;

export const researchNoteSchema = z.object({
  id: z.uuid(),
  application_id: z.uuid(),
  source_url: z.string(),
  title: z.string(),
  kind: noteKindSchema,
  content: z.string(),
  facts: z.array(factSchema),
  content_sha256: z.string(),
  pinned: z.boolean(),
  excluded: z.boolean(),
  fetched_at: isoTime(),
  /** When a person last changed `content`; null while it is as it was fetched. */
  edited_at: isoTime().nullable(),
  created_at: isoTime(),
});
export type ResearchNote = z.infer<typeof researchNoteSchema>;
export const researchNoteListSchema = listOf(researchNoteSchema);

export const patchResearchNoteSchema = z.strictObject({
  pinned: z.boolean().optional(),
  excluded: z.boolean().optional(),
  content: freeText(200_000).optional(),
});
export type PatchResearchNote = z.infer<typeof patchResearchNoteSchema>;
