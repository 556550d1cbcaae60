import type { Element } from 'domhandler';
import { collectBlocks, preferMain, sizeOf, type Block } from './collect-blocks.ts';
import { dropAsides } from './drop-asides.ts';
import { dropLines } from './drop-lines.ts';
import { findArticle } from './find-article.ts';
import type { JobPosting } from './find-job-posting.ts';
import { tellLayout, type Clues } from './tell-layout.ts';

export interface PageParts {
  /** Without what a person would not see. */
  body: Element;
  url: string;
  title: string;
  /** Its main headings; an article has one. */
  headings: string[];
  clues: Clues;
  posting: JobPosting | null;
}

/** A posting's data counts as the text when it says this much; some sites only put a teaser there. */
const MIN_POSTING = 200;
/** The share of a page's visible text that Readability must keep to be believed where nothing says that the page is an article. */
const ARTICLE_SHARE = 0.7;
/** The same where Open Graph says so. */
const LIKELY_SHARE = 0.4;
/** A page with less visible text than this is no article unless it says so. */
const MIN_ARTICLE = 600;

/** The text of a page, read in the way that suits its layout: articles by Readability, jobs and other pages by what is visible. */
export function chooseBlocks(page: PageParts): Block[] {
  const visible = visibleBlocks(page.body);
  const layout = tellLayout(page.clues, page.url, visible);
  if (layout === 'posting') return withDescription(visible, page.posting?.blocks ?? []);
  if (layout === 'page' && sizeOf(visible) < MIN_ARTICLE) return visible;
  const article = articleBlocks(page);
  if (layout === 'article' && article.length > 0) return article;
  const share = sizeOf(article) / Math.max(1, sizeOf(visible));
  return share >= (page.clues.mayBeArticle ? LIKELY_SHARE : ARTICLE_SHARE) ? article : visible;
}

function visibleBlocks(body: Element): Block[] {
  const blocks = preferMain(collectBlocks([body], { isUnseen: () => false }));
  return blocks.filter((block) => !(block.linked > 0.8 && block.text.length < 80 && block.role !== 'heading'));
}

function articleBlocks({ body, title, headings, url }: PageParts): Block[] {
  const article = findArticle(body, title, url);
  if (article === null) return [];
  dropAsides(article);
  return dropLines(
    collectBlocks([article], { isUnseen: () => false, keepRepeats: true }),
    headings.length === 1 ? [title, ...headings] : [title],
  );
}

/** The description of a job is its text when it is most of what there is to read; else it adds what the page does not show. */
function withDescription(visible: Block[], description: Block[]): Block[] {
  const size = sizeOf(description);
  if (size < MIN_POSTING) return visible;
  if (size >= sizeOf(visible) / 2) return description;
  const shown = new Set(visible.map((block) => block.text));
  const missing = description.filter((block) => !shown.has(block.text));
  return sizeOf(missing) > size / 2 ? [...description, ...visible] : visible;
}
