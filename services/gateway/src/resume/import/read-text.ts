import { plainLine, type SourceLine } from './source-line.ts';

const wrapAt = 55;

/** Whether text is markdown with headings already, which is what the product writes itself. */
export const isMarkdownResume = (text: string): boolean => (text.match(/^#{1,4} \S/gm)?.length ?? 0) >= 2;

/** Lines of plain text; what a mail program or an editor has wrapped is one line again. */
export function readText(text: string): SourceLine[] {
  const lines: SourceLine[] = [];
  let gap = false;
  let indentOfFirst = 0;
  let lastLength = 0;
  for (const raw of text.split(/\r\n|\r|\n/)) {
    if (raw.trim() === '') {
      gap = true;
      continue;
    }
    const indent = raw.length - raw.trimStart().length;
    // Columns made with tabs or spaces.
    const line = plainLine(raw.replace(/^\s*#{1,6}\s+/, '').replace(/(?<=\S)(?:\t+| {4,})(?=\S)/g, ' | '), { gap });
    const before = lines.at(-1);
    const hangs = before?.bullet === true && indent > indentOfFirst;
    const flows = lastLength >= wrapAt && indent === indentOfFirst && /^\p{Ll}/u.test(line.text);
    if (before !== undefined && !gap && !line.bullet && (hangs || flows)) before.text = `${before.text} ${line.text}`;
    else {
      if (line.text !== '') lines.push(line);
      indentOfFirst = indent;
    }
    lastLength = raw.trimEnd().length;
    gap = false;
  }
  return lines;
}
