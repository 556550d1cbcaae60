import { z } from 'zod';
import { listOf, listQuerySchema } from './list.ts';
import { isoTime, visibleText } from './text.ts';

export const documentTypeSchema = z.enum(['cover_letter']);
export type DocumentType = z.infer<typeof documentTypeSchema>;

export const evidenceSourceSchema = z.object({
  kind: z.enum(['resume', 'note', 'job', 'profile']),
  id: z.string(),
  quote: z.string(),
  url: z.string().optional(),
});
export type EvidenceSource = z.infer<typeof evidenceSourceSchema>;

/** `paragraph` and `sentence` count from 0; `sentence` counts within its paragraph. */
export const sentenceProvenanceSchema = z.object({
  paragraph: z.number().int(),
  sentence: z.number().int(),
  text: z.string(),
  status: z.enum(['grounded', 'unsupported', 'framing']),
  sources: z.array(evidenceSourceSchema),
});
export type SentenceProvenance = z.infer<typeof sentenceProvenanceSchema>;

export const letterCheckSchema = z.object({ name: z.string(), passed: z.boolean(), detail: z.string(), hard: z.boolean() });
export type LetterCheck = z.infer<typeof letterCheckSchema>;

export const documentInputsSchema = z.object({
  resume_sha256: z.string().nullable(),
  note_ids: z.array(z.string()),
  job_sha256: z.string().nullable(),
  model: z.string().nullable(),
  prompt_sha256: z.string().nullable(),
  options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type DocumentInputs = z.infer<typeof documentInputsSchema>;

export const documentSchema = z.object({
  id: z.uuid(),
  application_id: z.uuid(),
  document_type: documentTypeSchema,
  version: z.number().int().positive(),
  file_path: z.string(),
  generator: z.string(),
  parent_version: z.number().int().positive().nullable(),
  feedback: z.string().nullable(),
  sent_at: isoTime().nullable(),
  job_id: z.uuid().nullable(),
  created_at: isoTime(),
});
export type Document = z.infer<typeof documentSchema>;

export const documentWithContentSchema = documentSchema.extend({
  content: z.string(),
  provenance: z.array(sentenceProvenanceSchema),
  checks: z.array(letterCheckSchema),
  inputs: documentInputsSchema,
});
export type DocumentWithContent = z.infer<typeof documentWithContentSchema>;

export const documentListSchema = listOf(documentSchema);
export const listDocumentsQuerySchema = listQuerySchema.extend({ type: documentTypeSchema.optional() });
export type ListDocumentsQuery = z.infer<typeof listDocumentsQuerySchema>;

export const createDocumentSchema = z.strictObject({
  document_type: documentTypeSchema,
  content: visibleText(100_000),
  parent_version: z.number().int().positive(),
});
export type CreateDocument = z.infer<typeof createDocumentSchema>;

export const patchDocumentSchema = z.strictObject({ sent_at: z.iso.datetime({ offset: true }).nullable() });
export type PatchDocument = z.infer<typeof patchDocumentSchema>;

/** What a letter can be downloaded as. */
export const letterFormats = ['md', 'txt', 'docx', 'pdf'] as const;
export type LetterFormat = (typeof letterFormats)[number];

export const documentFileQuerySchema = z.object({ format: z.enum(letterFormats).default('md') });
export type DocumentFileQuery = z.infer<typeof documentFileQuerySchema>;

export const documentDiffQuerySchema = z.object({ against: z.string().max(100) });
export type DocumentDiffQuery = z.infer<typeof documentDiffQuerySchema>;

export const diffPartSchema = z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() });
export type DiffPart = z.infer<typeof diffPartSchema>;

/**
 * What one version (`to`) says otherwise than another (`from`). The parts `same` and `removed`, joined, are exactly the text of `from`; `same`
 * and `added` that of `to`. `unit` is what was compared: words, or lines where two long texts have too little in common for words.
 */
export const documentDiffSchema = z.object({
  from: z.object({ id: z.uuid(), version: z.number().int().positive() }),
  to: z.object({ id: z.uuid(), version: z.number().int().positive() }),
  unit: z.enum(['word', 'line', 'whole']),
  parts: z.array(diffPartSchema),
});
export type DocumentDiff = z.infer<typeof documentDiffSchema>;
