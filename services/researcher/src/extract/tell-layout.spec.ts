import { describe, expect, it } from '@jest/globals';
import { loadHtml } from './load-html.ts';
import { readHead } from './read-head.ts';
import { readClues, tellLayout } from './tell-layout.ts';

function clues(head: string) {
  const $ = loadHtml(`<head>${head}</head><body>`, 'page');
  return readClues($, readHead($, null, 'https://acme.example/').metadata, false);
}
const text = (words: string) => [{ text: words, role: 'paragraph', inMain: true, linked: 0, speaksToAi: false } as const];
const tell = (head: string, path: string, words = '') => tellLayout(clues(head), `https://${path}`, text(words));
const OG = '<meta property="og:type" content="article">';

describe('tellLayout', () => {
  it.each([
    '<script type="application/ld+json">{"@type": "NewsArticle"}</script>',
    '<script type="application/ld+json">{"@graph":[{"@type":["BlogPosting","X"]}]}</script>',
    '<meta property="article:published_time" content="2020-01-01">',
  ])('takes a page for an article that says %s', (head) => {
    expect(tell(head, 'acme.example/x')).toBe('article');
  });

  it('takes a page for an article by its address when Open Graph agrees', () => {
    expect(tell(OG, 'acme.example/news/acme-opens-a-hospital')).toBe('article');
    expect(tell(OG, 'acme.example/2020/03/acme-opens-a-hospital/')).toBe('article');
    expect(tell(OG, 'acme.example/about-us')).toBe('page');
    expect(tell('', 'acme.example/news/')).toBe('page');
  });

  it('does not take a list of articles for one', () => {
    expect(tell('<script type="application/ld+json">{"@type":"ItemList","x":{"@type":"NewsArticle"}}</script>', 'acme.example/')).toBe(
      'page',
    );
  });

  it.each([
    'jobs.acme.example/1',
    'careers.acme.example/x',
    'acme.wd3.myworkdayjobs.com/x',
    'boards.greenhouse.io/acme/1',
    'acme.example/careers/pump-engineer',
  ])('takes %s for a job', (path) => {
    expect(tell('', path)).toBe('posting');
  });

  it('takes a page for a job by structured data before all else, and by what it says', () => {
    expect(tellLayout({ hasPosting: true, saysArticle: true, mayBeArticle: true }, 'https://acme.example/news/a-b-c', [])).toBe('posting');
    const words = 'Responsibilities: you will build pumps. Requirements: hands. Apply now. Full-time with benefits.';
    expect(tell('', 'acme.example/x', words)).toBe('posting');
    expect(tell(OG, 'acme.example/x', words)).toBe('page');
  });

  it('does not take a story about jobs for a job', () => {
    expect(tell('<meta property="article:published_time" content="2020">', 'news.example/us-jobs-report')).toBe('article');
    expect(tell('', 'news.example/business/us-jobs-report-shows-growth')).toBe('page');
  });
});
