import { z } from 'zod';
import { applicationSchema } from './applications.ts';
import { visibleText } from './text.ts';

/** The address is judged where it is fetched, so that what is wrong with it is said in one way: 422 with a code. */
export const importRequestSchema = z.strictObject({ url: visibleText(2000) });
export type ImportRequest = z.infer<typeof importRequestSchema>;

/** What a posting's page says; null where it says nothing. */
export const readPostingSchema = z.object({
  company_name: z.string().nullable(),
  job_title: z.string().nullable(),
  company_url: z.string().nullable(),
  location: z.string().nullable(),
  remote: z.string().nullable(),
  employment_type: z.string().nullable(),
  salary: z.string().nullable(),
  job_description: z.string().nullable(),
});
export type ReadPosting = z.infer<typeof readPostingSchema>;

export const postingFieldSchema = readPostingSchema.keyof();
export type PostingField = z.infer<typeof postingFieldSchema>;

/** The application made from a posting, and what its page did not say. */
export const importAnswerSchema = applicationSchema.extend({ missing: z.array(postingFieldSchema) });
export type ImportAnswer = z.infer<typeof importAnswerSchema>;
