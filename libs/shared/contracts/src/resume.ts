import { z } from 'zod';
import { listOf } from './list.ts';
import { freeText, isoTime, visibleText } from './text.ts';

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

export const resumeFormatSchema = z.enum(['markdown', 'text', 'pdf', 'docx', 'json_resume']);
export type ResumeFormat = z.infer<typeof resumeFormatSchema>;

/** What the product understands of a resume. `period` is for a person: `Jan 2020 – Mar 2023`. */
export const recognisedResumeSchema = z.object({
  name: z.string().nullable(),
  roles: z.array(z.object({ title: z.string().nullable(), employer: z.string().nullable(), period: z.string().nullable() })),
  education: z.array(z.string()),
  skills: z.array(z.string()),
});
export type RecognisedResume = z.infer<typeof recognisedResumeSchema>;

/** What an uploaded file would be saved as. Nothing is saved; `warnings` say what to look at before. */
export const resumePreviewSchema = z.object({
  format: resumeFormatSchema,
  content: z.string(),
  recognised: recognisedResumeSchema,
  warnings: z.array(z.string()),
});
export type ResumePreview = z.infer<typeof resumePreviewSchema>;

/** Bytes of an uploaded resume. */
export const resumeFileLimit = 10 * 1024 * 1024;

/** An earlier text of the base resume. `replaced_at` is when another took its place, or when that was noticed. */
export const resumeVersionSchema = z.object({ id: z.string(), replaced_at: isoTime(), characters: z.number().int().nonnegative() });
export type ResumeVersion = z.infer<typeof resumeVersionSchema>;
export const resumeHistorySchema = listOf(resumeVersionSchema);

export const resumeVersionWithContentSchema = resumeVersionSchema.extend({ content: z.string() });
export type ResumeVersionWithContent = z.infer<typeof resumeVersionWithContentSchema>;

export const putVoiceSchema = z.strictObject({ content: freeText(200_000) });
export type PutVoice = z.infer<typeof putVoiceSchema>;

/** Letters the person wrote before: how they write, never what is true. Empty while there are none. */
export const voiceSchema = z.object({ content: z.string() });
export type Voice = z.infer<typeof voiceSchema>;
