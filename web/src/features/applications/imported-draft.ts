import { patchApplicationSchema, type ImportAnswer, type PatchApplication, type PostingField } from '@coverwright/contracts';
import { completeUrl } from '../../lib/complete-url.ts';

/** What was read from a posting, as it is corrected: every field text, empty when nobody knows it. */
export type ImportedDraft = Record<PostingField, string>;
export type ImportedProblems = Partial<ImportedDraft>;

export const importedLabels: ImportedDraft = {
  company_name: 'Company',
  job_title: 'Job title',
  company_url: 'Company website',
  location: 'Location',
  remote: 'Remote',
  employment_type: 'Employment type',
  salary: 'Salary',
  job_description: 'Job description',
};
export const importedFields = Object.keys(importedLabels) as PostingField[];

/** A company that was not found is left for the person to name, whatever stands in for it. */
export function toImportedDraft(answer: ImportAnswer): ImportedDraft {
  const entries = importedFields.map((field) => [field, answer.missing.includes(field) ? '' : (answer[field] ?? '')]);
  return Object.fromEntries(entries) as ImportedDraft;
}

/** What the person changed, or what is wrong with it. An emptied field is forgotten; company and title must stay. */
export function readChanges(draft: ImportedDraft, answer: ImportAnswer): { changes: PatchApplication } | { problems: ImportedProblems } {
  const before = toImportedDraft(answer);
  const changed = importedFields.filter((field) => draft[field] !== before[field] || (draft[field] === '' && isNeeded(field)));
  const parsed = patchApplicationSchema.safeParse(Object.fromEntries(changed.map((field) => [field, valueOf(field, draft[field])])));
  if (parsed.success) return { changes: parsed.data };
  const problems: ImportedProblems = {};
  for (const issue of parsed.error.issues) {
    const field = String(issue.path[0]) as PostingField;
    if (field in importedLabels) problems[field] ??= `${importedLabels[field]} ${issue.message}.`;
  }
  return { problems };
}

/** "company website and salary": the fields that were not found, for a sentence. */
export function listFields(fields: readonly PostingField[]): string {
  const names = fields.map((field) => importedLabels[field].toLowerCase());
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

const isNeeded = (field: PostingField): boolean => field === 'company_name' || field === 'job_title';

function valueOf(field: PostingField, text: string): string | null {
  if (text.trim() === '') return isNeeded(field) ? '' : null;
  return field === 'company_url' ? completeUrl(text) : text;
}
