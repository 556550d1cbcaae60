import { z } from 'zod';
import { listOf, listQuerySchema } from './list.ts';
import { freeText, isoTime, visibleText, webUrl } from './text.ts';

/** Suggested statuses; a person may use words of their own. */
export const suggestedStatuses = ['saved', 'applied', 'interviewing', 'offer', 'rejected', 'ghosted', 'withdrawn'] as const;

const fields = {
  company_name: visibleText(200),
  job_title: visibleText(200),
  company_url: webUrl().nullable(),
  job_url: webUrl().nullable(),
  job_description: freeText(200_000).nullable(),
  location: freeText(300).nullable(),
  remote: freeText(100).nullable(),
  employment_type: freeText(100).nullable(),
  salary: freeText(300).nullable(),
  status: visibleText(50),
  notes: freeText(50_000).nullable(),
};

export const createApplicationSchema = z.strictObject({
  company_name: fields.company_name,
  job_title: fields.job_title,
  company_url: fields.company_url.optional(),
  job_url: fields.job_url.optional(),
  job_description: fields.job_description.optional(),
  location: fields.location.optional(),
  status: fields.status.optional(),
  notes: fields.notes.optional(),
});
export type CreateApplication = z.infer<typeof createApplicationSchema>;

/** Beyond what is asked for at creation, what an import read can be put right. */
export const patchApplicationSchema = createApplicationSchema
  .extend({ remote: fields.remote, employment_type: fields.employment_type, salary: fields.salary })
  .partial();
export type PatchApplication = z.infer<typeof patchApplicationSchema>;

export const applicationSchema = z.object({
  id: z.uuid(),
  ...fields,
  last_activity_at: isoTime(),
  created_at: isoTime(),
  updated_at: isoTime(),
});
export type Application = z.infer<typeof applicationSchema>;

/** `activity` and `created`: the latest first; the others by their letters, whatever their case. */
export const applicationSortSchema = z.enum(['activity', 'created', 'company', 'title', 'status']);
export type ApplicationSort = z.infer<typeof applicationSortSchema>;

export const listApplicationsQuerySchema = listQuerySchema.extend({
  status: z.string().max(50).optional(),
  q: z.string().max(200).optional(),
  sort: applicationSortSchema.default('activity'),
});
export type ListApplicationsQuery = z.infer<typeof listApplicationsQuerySchema>;

/** As lists show it: with the letter that was sent last. */
export const listedApplicationSchema = applicationSchema.extend({
  sent: z.object({ document_id: z.uuid(), version: z.number().int().positive(), sent_at: isoTime() }).nullable(),
});
export type ListedApplication = z.infer<typeof listedApplicationSchema>;
export const applicationListSchema = listOf(listedApplicationSchema);

/** Which statuses are in use, those with most applications first. */
export const applicationStatusListSchema = listOf(z.object({ status: z.string(), count: z.number().int().positive() }));
export type ApplicationStatusCount = z.infer<typeof applicationStatusListSchema>['items'][number];
