import { remember } from '../remember.ts';

/** Company names are also used without their legal form: `Halden Freight` for `Halden Freight Ltd`. */
export function shortCompanyName(company: string): string {
  return (
    company.replace(/[,\s]+(?:Ltd|Limited|Inc|LLC|GmbH|AG|KG|plc|PLC|Corp|Corporation|Co|S\.?A|B\.?V|SE|LLP)\.?$/u, '').trim() || company
  );
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Finds the company's name in a sentence, long or short form. For `matchAll` and `replace`, which leave no state behind. */
export const companyPattern = remember((company: string): RegExp => {
  if (company.trim() === '') return /(?!)/gu;
  const forms = [...new Set([company, shortCompanyName(company)])].map(escape);
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
});
