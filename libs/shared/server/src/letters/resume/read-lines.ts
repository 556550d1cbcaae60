/** One line of a resume without its markup. */
export interface Line {
  text: string;
  isBullet: boolean;
  /** Set as a heading: `#`, bold from end to end, or underlined. */
  isHeading: boolean;
  /** How many `#` stand before it. */
  level: number;
  /** Whether an empty line stands before it. */
  opensBlock: boolean;
}

/** Bounds for texts that are no resume: lines read, and characters of one line. */
const limits = { lines: 1500, line: 1000 };
const bullet = /^\s*(?:[-*•‣▪◦●∙·+–—►→✓]|o(?=\s{2,})|\(?\d{1,2}[.)])\s+(?=\S)/u;
const rule = /^\s*(?:[-=_*~]\s*){3,}$/;

function plainText(line: string): string {
  return line
    .slice(0, limits.line)
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/<br\s*\/?>/gi, ' ')
    .replace(/\*\*|__|`/g, '')
    .replace(/(?<![\p{L}\p{N}])[*_]([^*_]+)[*_](?![\p{L}\p{N}])/gu, '$1')
    .replace(/^\s*(?:#+|>)\s*|\s+#+\s*$/g, '')
    .replace(/\t+|(?<=\S)\s{3,}(?=\S)/g, ' | ')
    .replace(/\s+/g, ' ')
    .trim();
}

const isTableRow = (line: string): boolean => /^\s*\|.*\|\s*$/.test(line);
/** The row that rules a table's titles off. */
const isTableRule = (line: string): boolean => isTableRow(line) && /^[\s|:-]+$/.test(line);
const readRow = (line: string): string =>
  isTableRow(line)
    ? line
        .split('|')
        .map((cell) => cell.trim())
        .filter(Boolean)
        .join(' | ')
    : line;

/** Takes a resume's lines apart: markdown or plain text, whatever marks its bullets and headings. */
export function readLines(resume: string): Line[] {
  const lines: Line[] = [];
  let opensBlock = true;
  for (const raw of resume.replace(/[\u200B-\u200D\uFEFF]/g, '').split(/\r\n?|\n/, limits.lines)) {
    if (rule.test(raw)) {
      const above = lines.at(-1);
      if (above && /^\s*[-=]/.test(raw) && !above.isBullet && above.text.length <= 60) above.isHeading = true;
      opensBlock = true;
      continue;
    }
    if (isTableRule(raw)) {
      // What stands above names the columns and nothing else.
      lines.pop();
      continue;
    }
    const row = readRow(raw);
    const isBullet = bullet.test(row);
    const text = plainText(isBullet ? row.replace(bullet, '') : row);
    if (!/[\p{L}\p{N}]/u.test(text)) {
      opensBlock = true;
      continue;
    }
    const isHeading = !isBullet && (/^\s*#/.test(row) || /^\s*(?:\*\*|__)[^*_]+(?:\*\*|__):?\s*$/.test(row));
    const level = /^\s*(#+)/.exec(row)?.[1]?.length ?? 0;
    lines.push({ text, isBullet, isHeading, level, opensBlock: opensBlock || isHeading });
    opensBlock = false;
  }
  return lines;
}
