/** Where a line that a reply may draw on is from. */
export type MaterialKind = 'note' | 'posting' | 'resume' | 'letter' | 'run';

export interface MaterialLine {
  kind: MaterialKind;
  text: string;
  /** A person said that it matters. */
  pinned: boolean;
}

/** What marks a line of each kind in the prompt. */
export const marks: Record<MaterialKind, string> = { note: 'N', posting: 'J', resume: 'R', letter: 'L', run: 'S' };
