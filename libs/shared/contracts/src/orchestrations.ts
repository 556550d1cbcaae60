import { z } from 'zod';
import { errorCodeSchema } from './errors.ts';
import { documentTypeSchema } from './documents.ts';
import { listOf } from './list.ts';
import { freeText, isoTime, webUrl } from './text.ts';

export const actionSchema = z.enum(['research_then_write', 'research_only', 'write_only']);
export type Action = z.infer<typeof actionSchema>;

export const jobStatusSchema = z.enum(['pending', 'running', 'success', 'failure', 'cancelled']);
export type JobStatus = z.infer<typeof jobStatusSchema>;

export const jobStageSchema = z.enum(['queued', 'researching', 'writing', 'done']);
export type JobStage = z.infer<typeof jobStageSchema>;

export const letterLengthSchema = z.enum(['short', 'medium', 'long']);

/** What one run was asked to do; stored with the job and frozen. */
export const orchestrateSchema = z.strictObject({
  action: actionSchema,
  url: webUrl().optional(),
  urls: z.array(webUrl()).max(20).optional(),
  feedback: freeText(4000).optional(),
  tone: freeText(100).optional(),
  length: letterLengthSchema.optional(),
});
export type OrchestrateRequest = z.infer<typeof orchestrateSchema>;

export const orchestrateAnswerSchema = z.object({ job_id: z.uuid(), status_url: z.string(), events_url: z.string() });
export type OrchestrateAnswer = z.infer<typeof orchestrateAnswerSchema>;

/** `percent` is 0–100 over the whole run; `message` is for a person. */
export const progressSchema = z.object({
  percent: z.number().min(0).max(100),
  message: z.string(),
  pages_done: z.number().int().optional(),
  pages_total: z.number().int().optional(),
});
export type Progress = z.infer<typeof progressSchema>;

export const jobErrorSchema = z.object({ code: errorCodeSchema, message: z.string(), hint: z.string() });
export type JobError = z.infer<typeof jobErrorSchema>;

export const writeResultSchema = z.object({
  document_id: z.uuid(),
  document_type: documentTypeSchema,
  version: z.number().int().positive(),
  file_path: z.string(),
  notes_used: z.number().int().nonnegative(),
  generator: z.string(),
});
export type WriteResult = z.infer<typeof writeResultSchema>;

export const researchResultSchema = z.object({ notes_added: z.number().int().nonnegative(), notes_total: z.number().int().nonnegative() });
export type ResearchResult = z.infer<typeof researchResultSchema>;

/** How a page came to be read: named in the run, the application's posting or site, a link or the sitemap of that site, a usual path, a web search. */
export const sourceOriginSchema = z.enum(['asked', 'posting', 'company', 'link', 'sitemap', 'guess', 'search']);
export type SourceOrigin = z.infer<typeof sourceOriginSchema>;

export const sourceReportSchema = z.object({
  url: z.string(),
  /** Missing in reports of earlier versions. */
  found: sourceOriginSchema.optional(),
  outcome: z.enum(['fetched', 'cached', 'refused', 'failed']),
  title: z.string().nullable(),
  reason: z.string().nullable(),
  /** When the text was fetched; null when there is none. */
  fetched_at: isoTime().nullable().optional(),
});
/** One line of a run's research report. */
export type SourceReport = z.infer<typeof sourceReportSchema>;

export const orchestrationSchema = z.object({
  job_id: z.uuid(),
  application_id: z.uuid(),
  action: actionSchema,
  status: jobStatusSchema,
  stage: jobStageSchema,
  progress: progressSchema,
  result: z.union([writeResultSchema, researchResultSchema]).nullable(),
  error: jobErrorSchema.nullable(),
  sources: z.array(sourceReportSchema),
  attempts: z.number().int().nonnegative(),
  created_at: isoTime(),
  started_at: isoTime().nullable(),
  finished_at: isoTime().nullable(),
});
export type Orchestration = z.infer<typeof orchestrationSchema>;
export const orchestrationListSchema = listOf(orchestrationSchema);

export const isTerminal = (status: JobStatus): boolean => status === 'success' || status === 'failure' || status === 'cancelled';
