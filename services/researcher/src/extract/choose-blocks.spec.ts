import { describe, expect, it } from '@jest/globals';
import { extractPage } from './extract-page.ts';

const paragraphs = (count: number, what: string) =>
  Array.from(
    { length: count },
    (_, i) => `<p>In year ${i} Acme told the world, at some length, about ${what}, and people listened.</p>`,
  ).join('');
const read = (url: string, head: string, body: string) => extractPage(`<head>${head}</head><body>${body}</body>`, url).content;
const ARTICLE = '<title>Acme opens a hospital</title><meta property="article:published_time" content="2020-01-01">';

describe('how a page is read', () => {
  it('is for its article when it is one', () => {
    const body =
      `<div class="page"><div class="story-body"><h1>Acme opens a hospital</h1><div class="byline">By Ann Lee</div>${paragraphs(8, 'pumps')}` +
      `<div class="related-stories"><a href="/x">A story of seals</a></div></div><div class="sidebar"><p>Weather: rain in Bergen today.</p></div></div>`;
    const content = read('https://acme.example/news/x', ARTICLE, body);
    expect(content.split('\n\n')).toHaveLength(8);
    expect(content).not.toMatch(/Ann Lee|seals|Weather|opens a hospital/);
  });

  it('keeps what an article says twice', () => {
    const body = `<article>${paragraphs(4, 'pumps')}<p>Three pumps a day keep the doctor away, as they say.</p>${paragraphs(4, 'seals')}<p>Three pumps a day keep the doctor away, as they say.</p></article>`;
    expect(read('https://acme.example/news/x', ARTICLE, body).match(/Three pumps/g)).toHaveLength(2);
  });

  it('is for all that is visible when it is about a company', () => {
    const cards = ['Bergen', 'Turku', 'Oslo'].map(
      (city) => `<div><h3>${city}</h3><span>We have 40 people in ${city}, who build pumps.</span></div>`,
    );
    const body = `<section>${paragraphs(3, 'pumps')}</section><section>${cards.join('').repeat(3)}</section>`;
    const content = read('https://acme.example/about', '<title>About</title>', body);
    expect(content).toContain('We have 40 people in Turku');
    expect(content).toContain('In year 2 Acme');
  });

  it('keeps forms and lists on the page of a job', () => {
    const body = `<form><h2>Requirements</h2><ul><li>Hands<li>Eyes</ul>${paragraphs(2, 'the job')}</form><div><h2>Benefits</h2><ul><li>Lunch<li>Bus</ul></div>`;
    const content = read('https://jobs.acme.example/1', '<title>Engineer</title>', body);
    for (const word of ['Requirements', 'Hands', 'Eyes', 'Benefits', 'Lunch', 'Bus']) expect(content).toContain(word);
  });

  it('adds the description of a job to a page that does not show it', () => {
    const posting = { '@type': 'JobPosting', title: 'Engineer', description: paragraphs(3, 'the job') };
    const head = `<script type="application/ld+json">${JSON.stringify(posting).replaceAll('<', '\\u003c')}</script>`;
    const content = read('https://acme.example/x', head, paragraphs(12, 'our culture'));
    expect(content).toContain('about the job');
    expect(content).toContain('about our culture');
    expect(content.indexOf('about the job')).toBeLessThan(content.indexOf('about our culture'));
  });

  it('does not add what the page shows', () => {
    const posting = { '@type': 'JobPosting', title: 'Engineer', description: paragraphs(3, 'the job') };
    const head = `<script type="application/ld+json">${JSON.stringify(posting).replaceAll('<', '\\u003c')}</script>`;
    const content = read('https://acme.example/x', head, paragraphs(3, 'the job') + paragraphs(12, 'our culture'));
    expect(content.match(/In year 0 .* about the job/g)).toHaveLength(1);
  });

  it('says the language that the page declares', () => {
    const language = (html: string) => extractPage(html, 'https://acme.example/').language;
    expect(language('<html lang="de-AT"><p>x')).toBe('de-at');
    expect(language('<meta property="og:locale" content="pt_BR"><p>x')).toBe('pt-br');
    expect(language('<html lang="???"><p>x')).toBeNull();
  });

  it('keeps right-to-left and other scripts whole in an article, blocks apart', () => {
    const lines = [
      'أعلنت الشركة عن مضخة جديدة، وهي تعمل في أربعين مستشفى في بيرغن.',
      '会社は新しいポンプを発表し、四十の病院で使われています、とのことです。',
    ];
    const body = `<article>${lines
      .map((line) => `<p>${line}</p>`)
      .join('')
      .repeat(10)}</article>`;
    const content = read('https://acme.example/news/x', ARTICLE, body);
    expect(content.split('\n\n').slice(0, 2)).toEqual(lines);
    expect(content.split('\n\n')).toHaveLength(20);
  });

  it('shows a character reference that the page shows as text', () => {
    const body = `<article>${paragraphs(8, 'the sign &amp;#65; &amp;lt;b&amp;gt;')}</article>`;
    expect(read('https://acme.example/news/x', ARTICLE, body)).toContain('the sign &#65; &lt;b&gt;');
  });

  it('reads a page of more elements than Readability can take', () => {
    const body = `<article>${paragraphs(2, 'pumps')}${'<p>x<b>y</b>'.repeat(12_000)}</article>`;
    expect(read('https://acme.example/news/x', ARTICLE, body)).toContain('about pumps');
  });
});
