import type { Material, PlannedParagraph } from '../material.ts';
import { isShort } from '../select/read-wishes.ts';

/** Words asked for; ranges that small models keep to. */
export const paragraphWords = { least: 50, most: 110 };
const shortParagraph = { least: 30, most: 55 };

export const wordsAsked = ({ wishes }: Pick<Material, 'wishes'>): typeof paragraphWords =>
  isShort(wishes) ? shortParagraph : paragraphWords;

/** What a paragraph is asked to do, in one or two sentences. */
export function paragraphTask({ part, units }: PlannedParagraph, { evidence, shared }: Material): string {
  const { jobTitle, company } = evidence;
  switch (part) {
    case 'opening':
      return `the opening paragraph: it applies for the ${jobTitle} position at ${company}, with both names exactly as written here, and says who the applicant is.`;
    case 'background':
      return `the paragraph about education and skills, as far as the lines name them${shared.length ? `, and ties them to ${shared.slice(0, 3).join(', ')}` : ''}.`;
    case 'company':
      return `the paragraph that says why the applicant writes to ${company} in particular: it takes up what the N lines say and why that matters to the applicant.`;
    default: {
      const employer = units[0]?.role?.employer;
      return `the paragraph about the applicant’s work${employer ? ` at ${employer}` : ''}: each line is told in a sentence of its own, the employer is named, and it is clear how this fits the position.`;
    }
  }
}
