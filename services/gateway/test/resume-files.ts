import { constants, deflateRawSync } from 'node:zlib';
import { Document, Header, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import { zipSync } from 'fflate';
import PDFDocument from 'pdfkit';

const tab = (...texts: string[]) =>
  new Paragraph({
    children: [new TextRun({ text: texts[0] ?? '', bold: true }), ...texts.slice(1).map((text) => new TextRun(`\t${text}`))],
  });

/** One resume as a Word document. */
export async function docxResume(): Promise<Uint8Array> {
  const title = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_1 });
  const point = (text: string) => new Paragraph({ text, bullet: { level: 0 } });
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const document = new Document({
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('Ana Lima'), new Paragraph('Porto · ana@example.org')] }) },
        children: [
          title('Experience'),
          tab('Physics Teacher', 'Escola Azul', '09/2018 – present'),
          point('Raised pass rates from 61% to 83%.'),
          new Table({ rows: [new TableRow({ children: [cell('Trainee Teacher, Escola Verde'), cell('2016 – 2018')] })] }),
          point('Taught 4 classes.'),
          title('Education'),
          new Paragraph('MSc Physics, University of Porto, 2011–2016'),
          title('Skills'),
          new Paragraph('Moodle, GeoGebra'),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

/** The same resume as a PDF. */
export const pdfResume = () =>
  pdfOf((pdf) => {
    const right = (text: string) => pdf.moveUp().text(text, { align: 'right' });
    pdf.fontSize(20).text('Ana Lima').fontSize(10).text('Porto, ana@example.org').moveDown();
    pdf.fontSize(14).text('Experience').fontSize(10).moveDown(0.5);
    pdf.text('Physics Teacher, Escola Azul');
    right('09/2018 – present');
    pdf.list(
      [
        'Raised pass rates from 61% to 83% within two years by giving the weakest groups the first lesson of the day and the best laboratory.',
        'Ran the science club.',
      ],
      { bulletRadius: 2 },
    );
    pdf.moveDown().text('Trainee Teacher, Escola Verde');
    right('2016 – 2018');
    pdf.list(['Taught 4 classes.'], { bulletRadius: 2 });
    pdf.moveDown().fontSize(14).text('Education').fontSize(10).moveDown(0.5).text('MSc Physics, University of Porto, 2011–2016');
    pdf.moveDown().fontSize(14).text('Skills').fontSize(10).moveDown(0.5).text('Moodle, GeoGebra');
  });

export function pdfOf(write: (pdf: PDFKit.PDFDocument) => void, options: PDFKit.PDFDocumentOptions = {}): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const pdf = new PDFDocument(options);
    const chunks: Uint8Array[] = [];
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    write(pdf);
    pdf.end();
  });
}

/** One page whose content is packed a thousand to one. Pieces that end at a byte can be put together unpacked. */
export function bombPdf(): Uint8Array {
  const piece = deflateRawSync(Buffer.alloc(16_000_000, ' '), { level: 9, finishFlush: constants.Z_SYNC_FLUSH });
  const stream = Buffer.concat([Buffer.from([0x78, 0xda]), ...Array.from({ length: 64 }, () => piece), deflateRawSync('')]);
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>',
    `<</Length ${stream.length}/Filter/FlateDecode>>\nstream\n${stream.toString('latin1')}\nendstream`,
  ];
  const text = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  return new Uint8Array(Buffer.from(`%PDF-1.7\n${text}trailer\n<</Size 5/Root 1 0 R>>\n%%EOF`, 'latin1'));
}

export const docxOf = (xml: string) =>
  zipSync({ '[Content_Types].xml': new TextEncoder().encode('<Types/>'), 'word/document.xml': new TextEncoder().encode(xml) });

export const entityBomb = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "lol">${Array.from({ length: 12 }, (_, index) => `<!ENTITY a${index + 1} "${`&a${index};`.repeat(10)}">`).join('')}]><w:document><w:body><w:p><w:r><w:t>&a12;</w:t></w:r></w:p></w:body></w:document>`;
