import type { Profile } from '../evidence.ts';

const documentTitle = /^(?:curriculum vitae|resume|résumé|lebenslauf|cv|personal details|contact)$/i;

/** The name is the first short line of letters, without the contact details that may follow it. */
export function readProfile(lines: string[]): Profile {
  const first =
    lines
      .find((line) => !documentTitle.test(line))
      ?.split(/\s+[—–|·•]\s+|,\s/u)[0]
      ?.trim() ?? '';
  const isName = /^\p{L}[\p{L}\p{M}.'’ -]{1,59}$/u.test(first) && first.split(' ').length <= 5;
  // Typed in capitals for the look of the page, not as the person signs.
  const name =
    first === first.toUpperCase() ? first.toLowerCase().replace(/(?<![\p{L}'’])\p{L}/gu, (letter) => letter.toUpperCase()) : first;
  return { name: isName ? name : null, lines };
}
