import type { Evidence } from '../evidence.ts';
import { companyPattern } from './company-name.ts';

const applying =
  /\b(?:appl(?:y|ying|ication)|position|role|opening|vacancy|opportunity|candidate|candidacy|post|posting|advert\w*|join|job|suited|fit|interest\w*)\b/i;

export interface MaskedSentence {
  /** As it stands, for reading who speaks of whom. */
  kept: string;
  /** Company and position blanked at the same length: naming them claims nothing. */
  blanked: string;
  namesPosition: boolean;
}

const blank = (text: string, at: number, length: number): string => text.slice(0, at) + ' '.repeat(length) + text.slice(at + length);

/** Blanks the company's name, and the position applied for where it is not claimed as one held. */
export function maskPosition(sentence: string, { company, jobTitle, roles }: Evidence): MaskedSentence {
  const withoutCompany = sentence.replace(companyPattern(company), (found) => ' '.repeat(found.length));
  const at = jobTitle === '' ? -1 : withoutCompany.toLowerCase().indexOf(jobTitle.toLowerCase());
  const isHeld = roles.some(({ heading }) => heading.toLowerCase().includes(jobTitle.toLowerCase()));
  const isMeant =
    at >= 0 &&
    (applying.test(sentence) || /\b(?:your|a|the)\s+(?:new\s+|next\s+)?$/i.test(sentence.slice(0, at))) &&
    !/\b(?:as|was|am|been|became) (?:an? |the )?$/i.test(sentence.slice(0, at));
  const isApplied = isMeant || (at >= 0 && !isHeld && /\bappl|\bas (?:your|the next)\b/i.test(sentence));
  const blanked = isApplied ? blank(withoutCompany, at, jobTitle.length) : withoutCompany;
  return { kept: isApplied ? blank(sentence, at, jobTitle.length) : sentence, blanked, namesPosition: blanked !== sentence };
}
