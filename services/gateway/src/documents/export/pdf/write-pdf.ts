import PDFDocument from 'pdfkit';
import type { LetterToExport } from '../letter-to-export.ts';
import type { Block } from '../read-blocks.ts';
import { Layout, pageMargin } from './layout.ts';

/** A tagged PDF of selectable text, every letter in a font that is embedded. */
export async function writePdf(blocks: Block[], about: Pick<LetterToExport, 'title' | 'author' | 'createdAt'>): Promise<Uint8Array> {
  const document = new PDFDocument({
    size: 'A4',
    margin: pageMargin,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en',
    displayTitle: true,
    // Otherwise it begins with Helvetica, which is not embedded.
    font: null as unknown as string,
    info: { Title: about.title, CreationDate: new Date(about.createdAt), ...(about.author === '' ? {} : { Author: about.author }) },
  });
  const bytes = collect(document);
  new Layout(document).write(blocks);
  document.end();
  return bytes;
}

function collect(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.on('error', reject);
  });
}
