import type { Evidence } from '@coverwright/server';

const dateFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** Puts the body into its frame. Date, salutation and name come from the application and the resume, never from a model. */
export function assembleLetter(paragraphs: string[], evidence: Evidence): string {
  const signature = evidence.profile.name ? `Kind regards,\n${evidence.profile.name}` : 'Kind regards,';
  return `${[dateFormat.format(evidence.today), `Dear ${evidence.company.trim()} team,`, ...paragraphs, signature].join('\n\n')}\n`;
}
