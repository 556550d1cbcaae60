import { phraseForm } from '../words.ts';

/** Whether a name is an employer's, whole or in part: `Brack & Sons` is `Brack & Sons Electrical Ltd`. */
export function sharesName(employer: string | null, text: string): boolean {
  if (employer === null) return false;
  const own = phraseForm(employer);
  const name = phraseForm(text).trim();
  return own.includes(` ${name} `) || name.includes(own.trim());
}
