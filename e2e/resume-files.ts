import { Document, HeadingLevel, Packer, Paragraph } from 'docx';
import PDFDocument from 'pdfkit';

/** Resumes of invented people, as the programs that people use write them. */
export async function docxResume(): Promise<Buffer> {
  const title = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_1 });
  const children = [
    new Paragraph({ text: 'Ines Carvalho', heading: HeadingLevel.TITLE }),
    new Paragraph('Porto · ines@example.org'),
    title('Experience'),
    new Paragraph('Midwife, Hospital da Ribeira (02/2019 – present)'),
    new Paragraph({ text: 'Attended 640 births.', bullet: { level: 0 } }),
    title('Education'),
    new Paragraph('BSc Midwifery, University of Porto, 2014–2018'),
    title('Skills'),
    new Paragraph('Antenatal care, Portuguese, English'),
  ];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

export function pdfResume(): Promise<Buffer> {
  return new Promise((resolve) => {
    const pdf = new PDFDocument();
    const chunks: Uint8Array[] = [];
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.fontSize(20).text('Leo Brandt').fontSize(11).text('Leipzig, leo@example.org').moveDown();
    pdf.fontSize(14).text('Experience').fontSize(11);
    pdf
      .text('Carpenter, Holzwerk Nord, Leipzig, 2016 – present')
      .list(['Built 30 staircases.', 'Trained 2 apprentices.'], { bulletRadius: 2 });
    pdf.moveDown().fontSize(14).text('Education').fontSize(11).text('Journeyman certificate, 2016').moveDown();
    pdf.fontSize(14).text('Skills').fontSize(11).text('Joinery, CAD');
    pdf.end();
  });
}
