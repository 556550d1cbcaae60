import { findHeadingPeriod } from '../parse-period.ts';
import { looksLikeHeading } from '../parse-heading.ts';
import type { Line } from './read-lines.ts';

/** A position, a course or a project: the lines that name it and the lines that tell of it. */
export interface Entry {
  header: string[];
  body: Line[];
}

const mostHeaderLines = 4;

/** Whether a line tells something instead of naming: a bullet, or a sentence. */
const tells = ({ text, isBullet, isHeading }: Line): boolean =>
  isBullet || (!isHeading && !looksLikeHeading(text) && (/[.!?]$/.test(text) || text.length > 110 || text.split(/\s+/).length > 14));

const hasPeriod = (text: string): boolean => findHeadingPeriod(text) !== null;

/** Whether one of the next lines, before anything is told, is dated: then this line is the beginning of a heading. */
function leadsToPeriod(lines: Line[], at: number): boolean {
  for (const line of lines.slice(at, at + mostHeaderLines)) {
    if (tells(line)) return false;
    if (hasPeriod(line.text)) return true;
  }
  return false;
}

/** Whether the line at `at` begins another entry although the header of the one before is still open. */
function beginsAnother(lines: Line[], at: number, header: Line[]): boolean {
  const line = lines[at];
  if (!line || header.length >= mostHeaderLines) return true;
  const isDated = header.some(({ text }) => hasPeriod(text));
  if (line.isHeading) return isDated || !header.at(-1)?.isHeading;
  if (!isDated) return false;
  if (hasPeriod(line.text) || line.opensBlock) return true;
  // Dates first: what follows names the same entry. Dates last: it names the next.
  const isDatedFirst = hasPeriod(header[0]?.text ?? '');
  return looksLikeHeading(line.text) ? !isDatedFirst || header.length > 1 : !isDatedFirst && leadsToPeriod(lines, at);
}

/** Splits the lines of a section into its entries, however many lines their headings take. */
export function splitEntries(lines: Line[]): Entry[] {
  const entries: Entry[] = [];
  let header: Line[] = [];
  let body: Line[] = [];
  const close = (): void => {
    if (header.length + body.length > 0) entries.push({ header: header.map(({ text }) => text), body });
    header = [];
    body = [];
  };
  for (const [at, line] of lines.entries()) {
    if (tells(line)) {
      body.push(line);
      continue;
    }
    const isNaming = line.isHeading || line.opensBlock || looksLikeHeading(line.text) || leadsToPeriod(lines, at);
    if (body.length > 0 && !isNaming) {
      joinToLast(body, line);
      continue;
    }
    if (body.length > 0 || (header.length > 0 && beginsAnother(lines, at, header))) close();
    header.push(line);
  }
  close();
  return entries;
}

/** A line without a bullet below a bullet goes on with it: text wrapped by hand. */
function joinToLast(body: Line[], line: Line): void {
  const last = body.at(-1);
  if (last?.isBullet && !/[.!?;]$/.test(last.text)) body[body.length - 1] = { ...last, text: `${last.text} ${line.text}` };
  else body.push(line);
}
