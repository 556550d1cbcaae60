import { z } from 'zod';
import {
  actionSchema,
  documentInputsSchema,
  documentTypeSchema,
  errorCodeSchema,
  factSchema,
  isoTime,
  jobStageSchema,
  jobStatusSchema,
  letterCheckSchema,
  messageSchema,
  noteKindSchema,
  orchestrateSchema,
  progressSchema,
  researchResultSchema,
  sentenceProvenanceSchema,
  sourceReportSchema,
  writeResultSchema,
} from '@coverwright/contracts';

/** Ids as they are made here: in one spelling, because they become names of folders. */
const id = () => z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
const storable = (value: string) => !value.includes('\u0000') && value.isWellFormed();
const text = () => z.string().refine(storable, { error: 'must be text that a database can hold' });
const textOrNull = () => text().nullable();
const count = () => z.number().int().nonnegative();

/**
 * Rows of an export, as far as the product relies on what is in them. A column that is not named here is one that a later migration has
 * added: it may be anything that JSON can say.
 */

const row = <T extends z.ZodRawShape>(shape: T) => z.object(shape).catchall(z.json());

export const rowSchemas = {
  applications: row({
    id: id(),
    company_name: text(),
    job_title: text(),
    company_url: textOrNull(),
    job_url: textOrNull(),
    job_description: textOrNull(),
    location: textOrNull(),
    status: text(),
    notes: textOrNull(),
    last_activity_at: isoTime(),
    created_at: isoTime(),
    updated_at: isoTime(),
  }),
  background_jobs: row({
    id: id(),
    application_id: id(),
    action: actionSchema,
    request: orchestrateSchema,
    idempotency_key: textOrNull(),
    origin: z.enum(['api', 'chat']),
    status: jobStatusSchema,
    stage: jobStageSchema,
    generation: z.number().int().positive(),
    fence: count(),
    attempts: z.number().int(),
    progress: progressSchema,
    sources: z.array(sourceReportSchema),
    research: researchResultSchema.nullable(),
    result: z.union([writeResultSchema, researchResultSchema]).nullable(),
    error: z.object({ code: errorCodeSchema, message: text(), hint: text() }).nullable(),
    announced: z.boolean(),
    created_at: isoTime(),
    started_at: isoTime().nullable(),
    finished_at: isoTime().nullable(),
    updated_at: isoTime(),
  }),
  research_notes: row({
    id: id(),
    application_id: id(),
    job_id: id().nullable(),
    source_url: text(),
    title: text(),
    kind: noteKindSchema,
    content: text(),
    facts: z.array(factSchema),
    content_sha256: text(),
    pinned: z.boolean(),
    excluded: z.boolean(),
    leads: z.array(z.object({ url: text(), score: z.number(), subject: text() })).nullable(),
    fetched_at: isoTime(),
    edited_at: isoTime().nullable(),
    created_at: isoTime(),
  }),
  generated_documents: row({
    id: id(),
    application_id: id(),
    document_type: documentTypeSchema,
    file_path: text(),
    version: z.number().int().positive(),
    content: text(),
    provenance: z.array(sentenceProvenanceSchema),
    checks: z.array(letterCheckSchema),
    inputs: documentInputsSchema,
    generator: text(),
    parent_version: z.number().int().positive().nullable(),
    feedback: textOrNull(),
    sent_at: isoTime().nullable(),
    job_id: id().nullable(),
    created_at: isoTime(),
  }),
  messages: row({
    id: id(),
    application_id: id(),
    role: messageSchema.shape.role,
    content: text(),
    status: messageSchema.shape.status,
    reply_to: id().nullable(),
    job_id: id().nullable(),
    document_id: id().nullable(),
    created_at: isoTime(),
  }),
};
export type ArchivedTable = keyof typeof rowSchemas;
