import type { CheerioAPI } from 'cheerio';
import { plainText } from '../values/describe-html.ts';
import { squeeze } from '../values/squeeze.ts';

/** What a page calls itself. */
export interface PageTitles {
  /** `og:title`, `twitter:title` and the like, each once, best first. */
  meta: string[];
  /** The text of `<title>`. */
  document: string | null;
  /** Is this one of the page's headings, or part of one of its titles? */
  isHeading: (text: string) => boolean;
}

const META = [
  'meta[property="og:title"]',
  'meta[name="og:title"]',
  'meta[name="twitter:title"]',
  'meta[property="twitter:title"]',
  'meta[name="title"]',
];

export function readTitles($: CheerioAPI): PageTitles {
  const meta = META.map((selector) => plainText($(selector).first().attr('content'))).filter((text) => text !== null);
  const document = plainText($('head title').first().text());
  const headings = $('h1,h2,h3')
    .toArray()
    .slice(0, 40)
    .map((element) => squeeze($(element).text()));
  const titles = [...meta, document ?? ''].map(squeeze);
  return {
    meta: [...new Set(meta)],
    document,
    isHeading: (text) => {
      const wanted = squeeze(text);
      return wanted.length > 2 && (headings.includes(wanted) || titles.some((title) => title.includes(wanted)));
    },
  };
}
