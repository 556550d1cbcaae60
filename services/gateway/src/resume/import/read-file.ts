import type { ResumeFormat } from '@coverwright/contracts';
import { decodeText } from './decode-text.ts';
import { ImportFailed } from './import-fault.ts';
import { looksLikeJson, readJsonResume } from './read-json-resume.ts';
import { isMarkdownResume, readText } from './read-text.ts';
import { shapeResume } from './shape-resume.ts';
import { sniffFile } from './sniff-file.ts';
import type { SourceLine } from './source-line.ts';

export interface ReadResume {
  format: ResumeFormat;
  content: string;
  warnings: string[];
}

/** Characters; as many as a resume may have. */
const longest = 200_000;

/** Reads a resume of any kind into the markdown in which the product keeps it. Libraries are loaded for the kind that came only. */
export async function readFile(bytes: Uint8Array): Promise<ReadResume> {
  const kind = sniffFile(bytes);
  if (kind === 'text') return readTextFile(bytes);
  if (kind === 'pdf') {
    const { lines, pagesLeft } = await (await import('./pdf/read-pdf.ts')).readPdf(bytes);
    const warnings = pagesLeft > 0 ? [`The last ${pagesLeft} pages were left out: a resume does not have that many.`] : [];
    return { format: 'pdf', content: shape(lines), warnings };
  }
  const { lines, hasPictures } = await (await import('./read-docx.ts')).readDocx(bytes);
  if (lines.length === 0) throw new ImportFailed(hasPictures ? 'scanned' : 'empty');
  return { format: 'docx', content: shape(lines), warnings: hasPictures ? ['Pictures were left out; text in them is not read.'] : [] };
}

function readTextFile(bytes: Uint8Array): ReadResume {
  const { text, guessed } = decodeText(bytes);
  const warnings = guessed ? ['The file does not say how its letters are stored; look at accented letters.'] : [];
  if (looksLikeJson(text)) return { format: 'json_resume', content: within(readJsonResume(text)), warnings };
  if (isMarkdownResume(text)) return { format: 'markdown', content: within(text.replace(/\r\n?/g, '\n')), warnings };
  return { format: 'text', content: shape(readText(text)), warnings };
}

const shape = (lines: SourceLine[]): string => {
  if (lines.reduce((sum, { text }) => sum + text.length, 0) > longest) throw new ImportFailed('tooMuch');
  return within(shapeResume(lines));
};

function within(content: string): string {
  if (content.length > longest) throw new ImportFailed('tooMuch');
  return content;
}
