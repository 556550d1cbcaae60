import { getDocumentProxy } from 'unpdf';
import { ImportFailed } from '../import-fault.ts';
import type { SourceLine } from '../source-line.ts';
import { orderColumns } from './find-columns.ts';
import { joinItems, type Fragment, type TextItem } from './fragment.ts';
import { joinLines } from './join-lines.ts';

const mostPages = 20;
const mostItems = 40_000;

/** Reads the text of a PDF in the order in which a person reads it. `pagesLeft` were not looked at. */
export async function readPdf(bytes: Uint8Array): Promise<{ lines: SourceLine[]; pagesLeft: number }> {
  const pdf = await open(bytes);
  const pages: Fragment[][] = [];
  let items = 0;
  for (let number = 1; number <= Math.min(pdf.numPages, mostPages) && items < mostItems; number += 1) {
    const content = await readPage(pdf, number);
    items += content.length;
    pages.push(joinItems(content));
  }
  const body = bodyOf(pages.flat());
  const lines = pages.flatMap((page) =>
    dropFurniture(
      orderColumns(page).flatMap((region) => joinLines(region, body)),
      pages.length,
    ),
  );
  if (lines.reduce((sum, { text }) => sum + text.length, 0) < 20) throw new ImportFailed('scanned');
  return { lines, pagesLeft: pdf.numPages - pages.length };
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

async function open(bytes: Uint8Array): Promise<Pdf> {
  try {
    return await getDocumentProxy(bytes, { disableFontFace: true, useSystemFonts: false, verbosity: 0 });
  } catch (error) {
    throw new ImportFailed((error as Error).name === 'PasswordException' ? 'locked' : 'damaged', error);
  }
}

async function readPage(pdf: Pdf, number: number): Promise<TextItem[]> {
  try {
    const page = await pdf.getPage(number);
    const content = await page.getTextContent();
    page.cleanup();
    return content.items.filter((item): item is typeof item & TextItem => 'str' in item);
  } catch (error) {
    throw new ImportFailed('damaged', error);
  }
}

/** Size and font of most of the text. */
function bodyOf(fragments: Fragment[]): { size: number; font: string } {
  const weigh = (key: (fragment: Fragment) => string) => {
    const weights = new Map<string, number>();
    for (const fragment of fragments) weights.set(key(fragment), (weights.get(key(fragment)) ?? 0) + fragment.text.length);
    return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
  };
  return { size: Number(weigh(({ size }) => size.toFixed(1))), font: weigh(({ font }) => font) };
}

/** Page numbers say nothing about the person. */
function dropFurniture(lines: SourceLine[], pages: number): SourceLine[] {
  const number = pages > 1 ? /^(?:page )?\d{1,2}(?: ?(?:\/|of|\|) ?\d{1,2})?$/i : /^page \d/i;
  return lines.filter(({ text }, at) => !((at < 2 || at > lines.length - 3) && number.test(text)));
}
