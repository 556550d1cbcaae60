import type { RecognisedResume, ResumeFormat } from '@coverwright/contracts';

const formats: Record<ResumeFormat, string> = {
  markdown: 'Markdown',
  text: 'plain text',
  pdf: 'PDF',
  docx: 'a Word document',
  json_resume: 'JSON Resume',
};

export const describeFormat = (format: ResumeFormat): string => formats[format];

const count = (number: number, one: string, many: string): string =>
  number === 0 ? `no ${many}` : number === 1 ? `one ${one}` : `${number} ${many}`;

/** "2 positions, one entry of education and 6 skills". */
export function describeRecognised({ roles, education, skills }: Pick<RecognisedResume, 'roles' | 'education' | 'skills'>): string {
  const entries = count(education.length, 'entry of education', 'entries of education');
  return `${count(roles.length, 'position', 'positions')}, ${entries} and ${count(skills.length, 'skill', 'skills')}`;
}
