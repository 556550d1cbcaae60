/** One line of a resume as it came out of its file, with what the file said about its look. */
export interface SourceLine {
  text: string;
  bullet: boolean;
  /** Level of a heading by its style: 0 for the title of the document. Null when the file says nothing. */
  heading: number | null;
  /** Set apart from the text around: all bold, larger, or in a font of its own. */
  strong: boolean;
  /** More space than usual lies before it. */
  gap: boolean;
}

const bulletMark = /^\s*(?:[-*•‣▪◦●○■□◆❖·➢➤✓✔▸►⁃–—\uf0b7\uf0a7\uf0d8\uf076]|o(?=\s+\p{Lu}))\s+/u;

export const plainLine = (text: string, look: Partial<SourceLine> = {}): SourceLine => {
  const bare = text.replace(bulletMark, '');
  return { bullet: bare !== text, heading: null, strong: false, gap: false, ...look, text: tidy(bare) };
};

/** What stands alone as the mark of a list item. */
export const isBulletMark = (text: string): boolean => bulletMark.test(`${text.trim()} `) && text.trim().length === 1;

const tidy = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\p{Co}/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
