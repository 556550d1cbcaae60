import { createApplicationSchema, type CreateApplication } from '@coverwright/contracts';
import { completeUrl } from '../../lib/complete-url.ts';

/** The form as it is typed: every field text, empty when left out. */
export const emptyDraft = { company_name: '', job_title: '', company_url: '', job_url: '', job_description: '' };
export type ApplicationDraft = typeof emptyDraft;
export type DraftProblems = Partial<Record<keyof ApplicationDraft, string>>;

const labels: ApplicationDraft = {
  company_name: 'The company',
  job_title: 'The job title',
  company_url: 'The company website',
  job_url: 'The job posting link',
  job_description: 'The job description',
};

const isDraftKey = (key: string): key is keyof ApplicationDraft => key in labels;

/** Problems by field, the first of each; those that belong to no field of the form are left out. */
export function problemsByField(problems: readonly { path: string; message: string }[]): DraftProblems {
  const found: DraftProblems = {};
  for (const { path, message } of problems) {
    if (isDraftKey(path)) found[path] ??= `${labels[path]} ${message}.`;
  }
  return found;
}

/** The request body of a form, or what is wrong with it. Empty optional fields are left out. */
export function readDraft(draft: ApplicationDraft): { body: CreateApplication } | { problems: DraftProblems } {
  const filled = Object.entries(draft).filter(([, value]) => value.trim() !== '');
  const urls = { company_url: completeUrl(draft.company_url), job_url: completeUrl(draft.job_url) };
  const typed = { ...Object.fromEntries(filled), company_name: draft.company_name, job_title: draft.job_title };
  const body = { ...typed, ...Object.fromEntries(Object.entries(urls).filter(([, url]) => url !== '')) };
  const parsed = createApplicationSchema.safeParse(body);
  if (parsed.success) return { body: parsed.data };
  return { problems: problemsByField(parsed.error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))) };
}
