import { strFromU8, unzipSync, zipSync, type Unzipped } from 'fflate';
import mammoth from 'mammoth';
import { ImportFailed } from './import-fault.ts';
import { plainLine, type SourceLine } from './source-line.ts';

/** What is read of the tree that mammoth makes of a document. */
interface Node {
  type: string;
  value?: string;
  children?: Node[];
  styleName?: string | null;
  numbering?: object | null;
  isBold?: boolean;
  fontSize?: number | null;
}

/** Bytes, unpacked: the text of a long resume is some hundred kilobytes of XML. */
const largestPart = 16 * 1024 * 1024;
const largestWhole = 32 * 1024 * 1024;
/** Pictures, fonts and macros stay packed. */
const textParts = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:_rels\/)?[^/]+\.xml(?:\.rels)?)$/;

/** Reads the paragraphs of a Word document, its page header first. */
export async function readDocx(bytes: Uint8Array): Promise<{ lines: SourceLine[]; hasPictures: boolean }> {
  const { parts, names } = unpack(bytes);
  if (!parts['word/document.xml']) throw new ImportFailed(names.includes('EncryptedPackage') ? 'locked' : 'otherArchive');
  let document: Node | null = null;
  try {
    // A small archive of its own instead of the one that came, which may hold anything.
    const buffer = Buffer.from(zipSync(parts, { level: 0 }));
    await mammoth.convertToHtml({ buffer }, { externalFileAccess: false, transformDocument: (tree: Node) => (document = tree) });
  } catch (error) {
    throw new ImportFailed('damaged', error);
  }
  const lines = [...readHeaders(parts), ...(document === null ? [] : linesOf(document))];
  return { lines, hasPictures: names.some((name) => name.startsWith('word/media/')) };
}

function unpack(bytes: Uint8Array): { parts: Unzipped; names: string[] } {
  const names: string[] = [];
  let whole = 0;
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        if (!textParts.test(name)) return false;
        whole += originalSize;
        if (originalSize > largestPart || whole > largestWhole) throw new ImportFailed('tooMuch');
        return true;
      },
    });
    return { parts, names };
  } catch (error) {
    throw error instanceof ImportFailed ? error : new ImportFailed('damaged', error);
  }
}

/** Name and address often stand in the header of the page, which mammoth leaves out. */
function readHeaders(parts: Unzipped): SourceLine[] {
  const seen = new Set<string>();
  return Object.entries(parts)
    .filter(([name]) => /^word\/header\d*\.xml$/.test(name))
    .flatMap(([, xml]) => strFromU8(xml).split('</w:p>'))
    .map((paragraph) => [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(?:tab|br)\/>/g)].map(([, text]) => text ?? ' ').join(''))
    .map((text) => plainLine(unescape(text)))
    .filter(({ text }) => text !== '' && !/^(?:page )?\d*(?: of \d*)?$/i.test(text) && !seen.has(text) && seen.add(text));
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescape = (text: string): string => text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '');

function linesOf(node: Node): SourceLine[] {
  if (node.type === 'paragraph') return readParagraph(node);
  if (node.type === 'tableRow') return readRow(node);
  return (node.children ?? []).flatMap(linesOf);
}

function readParagraph(node: Node): SourceLine[] {
  const style = node.styleName ?? '';
  const level = /^heading (\d)/i.exec(style)?.[1];
  const heading = level !== undefined ? Number(level) : /^title$/i.test(style) ? 0 : null;
  const bullet = (node.numbering ?? null) !== null || /^list bullet/i.test(style);
  const runs = runsOf(node).filter((run) => textOf(run).trim() !== '');
  const strong = runs.length > 0 && runs.every((run) => run.isBold === true || (run.fontSize ?? 0) >= 14);
  return textOf(node)
    .split('\n')
    .map((text, index) => {
      const line = plainLine(text.replace(/(?<=\S)\s*\t+\s*(?=\S)/g, ' | '), { heading, strong });
      return bullet && index === 0 ? { ...line, bullet } : line;
    })
    .filter(({ text }) => text !== '');
}

/** Cells of one line each stand side by side, as titles and dates do; anything longer is read one after the other. */
function readRow(row: Node): SourceLine[] {
  const cells = (row.children ?? []).map((cell) => (cell.children ?? []).flatMap(linesOf)).filter((cell) => cell.length > 0);
  const [first] = cells;
  if (first?.[0] === undefined || cells.length === 1 || cells.some((cell) => cell.length > 1 || cell[0]?.bullet)) return cells.flat();
  return [{ ...first[0], text: cells.map((cell) => cell[0]?.text ?? '').join(' | ') }];
}

const runsOf = (node: Node): Node[] => (node.type === 'run' ? [node] : (node.children ?? []).flatMap(runsOf));

function textOf(node: Node): string {
  if (node.type === 'text') return node.value ?? '';
  if (node.type === 'tab') return '\t';
  if (node.type === 'break') return '\n';
  return (node.children ?? []).map(textOf).join('');
}
