import { z } from 'zod';
import { isoTime, visibleText } from './text.ts';

export const putResumeSchema = z.strictObject({ content: visibleText(200_000) });
export type PutResume = z.infer<typeof putResumeSchema>;

/** `content` is null while the person has not given a resume yet. `sample` is the one that ships with the product. */
export const resumeSchema = z.object({
  content: z.string().nullable(),
  sha256: z.string().nullable(),
  file_path: z.string(),
  updated_at: isoTime().nullable(),
  sample: z.string(),
});
export type Resume = z.infer<typeof resumeSchema>;
