import { splitLetter, type Evidence } from '@coverwright/server';
import type { Style } from '../voice/describe-style.ts';

const dateFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `Dear The Heron Inn team` and names with a full stop in them do not read as a salutation. */
function salute({ company }: Evidence, greeting: string): string {
  const name = company.trim();
  const named = /^the\s/i.test(name) ? `${greeting} team at ${name},` : `${greeting} ${name} team,`;
  return splitLetter(`${named}\n\nBody.`).salutations.length === 1 ? named : `${greeting} hiring team,`;
}

/** Puts the body into its frame. Date, salutation, sign-off and name come from application, resume and the person's own habit, never from a model. */
export function assembleLetter(paragraphs: readonly string[], evidence: Evidence, style: Pick<Style, 'greeting' | 'signOff'>): string {
  const signOff = `${style.signOff ?? 'Kind regards'},`;
  const { name } = evidence.profile;
  const parts = [
    dateFormat.format(evidence.today),
    salute(evidence, style.greeting ?? 'Dear'),
    ...paragraphs,
    name ? `${signOff}\n${name}` : signOff,
  ];
  return `${parts.join('\n\n')}\n`;
}
