/** A month; `month` counts from 1 and is null when only the year is known. */
export interface YearMonth {
  year: number;
  month: number | null;
}

export interface Period {
  start: YearMonth;
  /** null while it lasts. */
  end: YearMonth | null;
}

/** One position held. `heading` is the resume's own words for it. */
export interface Role {
  id: string;
  heading: string;
  title: string | null;
  employer: string | null;
  period: Period | null;
}

/** What the resume says about the person, from its first lines. */
export interface Profile {
  name: string | null;
  lines: string[];
}

export type UnitKind = 'resume' | 'education' | 'skills' | 'profile' | 'note' | 'job';

/**
 * One thing that can be said and where it comes from. `id` is R1, E1, K1, P1, N1 or J1.
 * Facts of one sentence must come from one `scope`: a role, an education entry, the skills, a note, the posting.
 */
export interface EvidenceUnit {
  id: string;
  kind: UnitKind;
  text: string;
  scope: string;
  role?: Role;
  /** Can back a sentence but was not picked out as a fact: further text of a page. */
  spare?: true;
  note?: { id: string; url: string; kind: string; pinned: boolean };
}

/** Everything a letter may lean on. Nothing else is true as far as the letter is concerned. */
export interface Evidence {
  company: string;
  jobTitle: string;
  profile: Profile;
  roles: Role[];
  units: EvidenceUnit[];
  today: Date;
}

export type ResumeUnitKind = 'resume' | 'education' | 'skills' | 'profile';

export const isResumeUnit = (unit: EvidenceUnit): boolean => unit.kind !== 'note' && unit.kind !== 'job';
