import type { CheerioAPI } from 'cheerio';
import { chooseTitle, type ChosenTitle } from './choose-title.ts';
import { plainText } from '../values/describe-html.ts';
import { readLabel } from './labels.ts';
import { collectLines, type Line } from './page-lines.ts';
import { readTitles, type PageTitles } from './page-titles.ts';
import { readLabels, type LabelledValue } from './read-labels.ts';

/** Everything about a page that the choosers of single fields look at, read once. */
export interface PageModel {
  $: CheerioAPI;
  url: URL;
  lines: Line[];
  /** The lines that are the page's own matter, one a line, up to a length that no posting has. */
  text: string;
  titles: PageTitles;
  /** "label: value" pairs: those in the head first, then in reading order. */
  labels: LabelledValue[];
  title: ChosenTitle | null;
  /** `og:site_name` and the names the page gives itself as an app. */
  siteNames: string[];
}

const MAX_TEXT = 100_000;

export function readPageModel($: CheerioAPI, url: string): PageModel {
  const lines = collectLines($);
  const titles = readTitles($);
  const labels = readLabels(lines);
  const title = chooseTitle(lines, titles, labels, url);
  const names = ['meta[property="og:site_name"]', 'meta[name="application-name"]', 'meta[name="apple-mobile-web-app-title"]'];
  return {
    $,
    url: new URL(url),
    lines,
    text: lines
      .filter(({ isAround }) => !isAround)
      .map((line) => line.text)
      .join('\n')
      .slice(0, MAX_TEXT),
    titles,
    labels: [...headLabels($), ...labels],
    title,
    siteNames: names.map((selector) => plainText($(selector).first().attr('content'))).filter((name) => name !== null),
  };
}

/** `twitter:label1` with `twitter:data1`: facts that a page hands to those who preview it. */
function headLabels($: CheerioAPI): LabelledValue[] {
  return ['1', '2'].flatMap((number) => {
    const content = (name: string) =>
      plainText($(`meta[name="twitter:${name}${number}"],meta[property="twitter:${name}${number}"]`).first().attr('content'));
    const [label, value] = [content('label'), content('data')];
    const kind = label === null ? null : readLabel(label);
    return kind === null || value === null ? [] : [{ kind, value, line: -1 }];
  });
}

/** Lines around the title, where postings put their facts: a few before it, more after it. */
export function headLines({ lines, title }: PageModel, before: number, after: number): { line: Line; distance: number }[] {
  if (title === null || title.line === null) return [];
  const at = title.line;
  return lines
    .slice(Math.max(0, at - before), at + 1 + after)
    .map((line, offset) => ({ line, distance: offset - Math.min(before, at) }))
    .filter(({ line, distance }) => distance !== 0 && !line.isAround);
}

/** How much a label counts for where it stands: facts follow the title of the posting they belong to. */
export function nearTitle({ title }: PageModel, line: number): number {
  if (line < 0) return 1;
  if (title === null || title.line === null) return 0;
  if (line < title.line - 6) return -3;
  return line > title.line + 250 ? -1 : 1;
}
