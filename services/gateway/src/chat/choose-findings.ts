import type { ResearchNote } from '@coverwright/contracts';

type NoteWithFacts = Pick<ResearchNote, 'title' | 'source_url' | 'facts' | 'pinned'>;

export interface Finding {
  quote: string;
  note: NoteWithFacts;
}

/** The first facts of every note before the second ones, pinned notes first: the best of all pages, not all of the first page. */
export function chooseFindings(notes: readonly NoteWithFacts[], most: number): { facts: Finding[]; total: number } {
  const ranked = notes
    .flatMap((note, at) => note.facts.map(({ quote }, rank) => ({ quote, note, at, rank })))
    .sort((a, b) => Number(b.note.pinned) - Number(a.note.pinned) || a.rank - b.rank || a.at - b.at);
  const seen = new Set<string>();
  const facts = ranked.filter(({ quote }) => !seen.has(quote) && seen.add(quote));
  return { facts: facts.slice(0, most).map(({ quote, note }) => ({ quote, note })), total: facts.length };
}

/** “2 research notes with 7 quotes”. */
export function countOf(notes: readonly NoteWithFacts[]): string {
  const quotes = notes.reduce((sum, note) => sum + note.facts.length, 0);
  return `${notes.length} research ${notes.length === 1 ? 'note' : 'notes'} with ${quotes} ${quotes === 1 ? 'quote' : 'quotes'}`;
}

/** A Markdown link to where a note is from. Title and address come from a page and may hold what ends a link. */
export function linkTo({ title, source_url }: NoteWithFacts): string {
  const text = (title.trim() === '' ? source_url : title)
    .replace(/[[\]\\<>`*_]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return `[${text}](${source_url.replace(/[()\s<>\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)})`;
}
