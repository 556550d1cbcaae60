import {
  AlignmentType,
  Document,
  HeadingLevel,
  LevelFormat,
  Packer,
  Paragraph,
  TextRun,
  type ILevelsOptions,
  type INumberingOptions,
  type IParagraphOptions,
} from 'docx';
import type { LetterToExport } from './letter-to-export.ts';
import { isRightToLeft } from './pdf/direction.ts';
import type { Block } from './read-blocks.ts';

/** Twentieths of a point. */
const inch = 1440;
const indentOf = (level: number) => ({ left: (level + 1) * 360, hanging: 260 });
const headings = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
];

/** A Word document of real paragraphs with the styles of Word itself, so that it can be edited on as if it had been typed there. */
export async function writeDocx(blocks: Block[], { title, author }: Pick<LetterToExport, 'title' | 'author'>): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    styles: {
      default: {
        document: { run: { font: 'Georgia', size: 22 }, paragraph: { spacing: { after: 180, line: 290 } } },
        heading1: { run: { size: 30, bold: true }, paragraph: { spacing: { before: 120, after: 120 } } },
        heading2: { run: { size: 26, bold: true }, paragraph: { spacing: { before: 120, after: 120 } } },
        heading3: { run: { size: 24, bold: true }, paragraph: { spacing: { before: 120, after: 80 } } },
        listParagraph: { run: {}, paragraph: { spacing: { after: 60 } } },
      },
      paragraphStyles: [
        { id: 'Quote', name: 'Quote', basedOn: 'Normal', next: 'Normal', run: { italics: true }, paragraph: { indent: { left: 480 } } },
      ],
    },
    numbering: numberingOf(blocks),
    sections: [
      { properties: { page: { margin: { top: inch, bottom: inch, left: inch, right: inch } } }, children: blocks.map(paragraphOf) },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

function paragraphOf(block: Block): Paragraph {
  const style: IParagraphOptions =
    block.kind === 'heading'
      ? { heading: headings[block.level - 1] ?? HeadingLevel.HEADING_6 }
      : block.kind === 'quote'
        ? { style: 'Quote' }
        : block.kind === 'item'
          ? {
              style: 'ListParagraph',
              ...(block.marker === null
                ? { indent: { left: indentOf(block.level).left } }
                : { numbering: { reference: `list-${block.list}`, level: block.level } }),
            }
          : {};
  const rightToLeft = isRightToLeft(
    block.lines
      .flat()
      .map((span) => span.text)
      .join(''),
  );
  return new Paragraph({ ...style, ...(rightToLeft ? { bidirectional: true } : {}), children: runsOf(block, rightToLeft) });
}

function runsOf(block: Block, rightToLeft: boolean): TextRun[] {
  return block.lines.flatMap((line, at) => {
    const isLast = at === block.lines.length - 1;
    // Programs that read the text of a document skip line breaks: the space keeps "regards," and the name apart for them.
    const spans = isLast ? line : [...line, { text: ' ', bold: false, italic: false }];
    return spans.map(
      ({ text, bold, italic }, index) =>
        new TextRun({ text: drawable(text), bold, italics: italic, rightToLeft, ...(index === 0 && at > 0 ? { break: 1 } : {}) }),
    );
  });
}

/** XML has no place for most control characters; one of them makes Word refuse the whole file. */
const drawable = (text: string): string => text.replace(/[^\t\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');

function numberingOf(blocks: Block[]): INumberingOptions {
  const lists = new Map<number, Block>();
  for (const block of blocks) if (block.kind === 'item' && block.marker !== null && !lists.has(block.list)) lists.set(block.list, block);
  return {
    config: [...lists.values()].map((first) => ({
      reference: `list-${first.list}`,
      levels: [levelOf(first)],
    })),
  };
}

function levelOf({ level, marker }: Block): ILevelsOptions {
  const shared = { level, alignment: AlignmentType.LEFT, style: { paragraph: { indent: indentOf(level) } } };
  return marker === '•'
    ? { ...shared, format: LevelFormat.BULLET, text: '•' }
    : { ...shared, format: LevelFormat.DECIMAL, text: `%${level + 1}.`, start: Number.parseInt(marker ?? '1', 10) };
}
