import { describe, expect, it } from '@jest/globals';
import { chooseNext } from './choose-next.ts';
import { findCompanyHome, rankLinks } from './rank-links.ts';
import { scoreLink } from './score-link.ts';

const page = new URL('https://acme.example/');
const score = (path: string, text = '', from = page) => scoreLink(from, new URL(path, page), text);
const link = (path: string, text = '') => ({ url: new URL(path, page).href, text });

describe('scoreLink', () => {
  it.each([
    ['/about', 'about'],
    ['/company/our-values', 'values'],
    ['/who-we-are.html', 'about'],
    ['/ueber-uns', 'about'],
    ['/qui-sommes-nous', 'about'],
    ['/%E4%BC%9A%E7%A4%BE%E6%A6%82%E8%A6%81', 'about'],
    ['/what-we-do', 'product'],
    ['/newsroom', 'news'],
    ['/about/team', 'people'],
    ['https://careers.acme.example/', 'careers'],
    ['/research', 'customers'],
  ])('takes %s for a page about %s', (path, subject) => {
    expect(score(path)?.subject).toBe(subject);
  });

  it('reads the link’s text where the path says nothing', () => {
    expect(score('/p/17', 'Our values')).toMatchObject({ subject: 'values' });
    expect(score('/p/18', 'Über uns')).toMatchObject({ subject: 'about' });
    expect(score('/p/19', 'Seven things to know about hospital pumps')).toBeNull();
  });

  it.each(['/login', '/about/privacy-policy', '/brochure/about.pdf', '/contact-us', '/x1', '/terms', '/tag/culture', '/search?q=about'])(
    'follows %s nowhere',
    (path) => {
      expect(score(path)).toBeNull();
    },
  );

  it('does not take a word inside another word, or behind another one, for a sign', () => {
    expect(score('/supporters-of-our-company')).not.toBeNull();
    expect(score('/products/accounting')).not.toBeNull();
    expect(score('/how-we-help/our-services')).not.toBeNull();
    expect(score('/aboutness')).toBeNull();
  });

  it('takes www for what it is: no part of an address', () => {
    expect(scoreLink(new URL('https://www.acme.example/'), new URL('https://acme.example/about'), '')).toEqual(score('/about'));
    expect(score('https://www.acme.example/about')).toEqual(score('/about'));
  });

  it('prefers a section to its items and the language of the page to others', () => {
    const worth = (path: string, from = page) => score(path, '', from)?.score ?? 0;
    expect(worth('/news')).toBeGreaterThan(worth('/news/2026/we-moved'));
    expect(worth('/news/our-values')).toBeLessThan(worth('/company/values'));
    const german = new URL('https://acme.example/de/');
    expect(worth('/de/about', german)).toBeGreaterThan(worth('/en/about', german));
    expect(worth('/en/about', german)).toBeGreaterThan(worth('/fr/about', german));
  });
});

describe('rankLinks', () => {
  it('puts pages that say who they are first, each once, and leaves the rest out', () => {
    const links = [
      link('/careers', 'Careers'),
      link('/login'),
      link('https://other.example/about'),
      link('/about'),
      link('/x2', 'Our values'),
      link('/about#team', 'About us'),
    ];
    const leads = rankLinks(page.href, links, 'Acme');
    expect(leads.map((lead) => lead.url)).toEqual([
      'https://acme.example/about',
      'https://acme.example/x2',
      'https://acme.example/careers',
    ]);
    expect(leads[0]?.score).toBe(12.5);
  });

  it('follows nothing from boards that many companies share', () => {
    const links = [{ url: 'https://boards.greenhouse.io/about', text: 'About' }];
    expect(rankLinks('https://boards.greenhouse.io/acme/jobs/1', links, 'Acme')).toEqual([]);
  });
});

describe('findCompanyHome', () => {
  const board = 'https://boards.greenhouse.io/acme/jobs/1';
  const found = (...urls: string[]) =>
    findCompanyHome(
      board,
      urls.map((url) => ({ url, text: '' })),
      'Acme Pumps',
    ).map(({ url }) => url);

  it('knows the company’s site by an address spelled like the company', () => {
    expect(found('https://www.greenhouse.io/', 'https://x.com/acmepumps', 'https://www.acme-pumps.example/jobs?gh=1')).toEqual([
      'https://www.acme-pumps.example/',
    ]);
  });

  it('takes no other site for it', () => {
    expect(found('https://acme-pumps.evil.example/', 'https://pumps.example/', 'https://acmerica.example/')).toEqual([]);
  });
});

describe('chooseNext', () => {
  const lead = (url: string, subject: string, worth: number) => ({ url, subject, score: worth });

  it('takes the best, and other subjects before more of the same', () => {
    const leads = [lead('/p1', 'product', 7), lead('/p2', 'product', 7), lead('/team', 'people', 6), lead('/news', 'news', 5)];
    expect(chooseNext(leads, [], 3).map(({ url }) => url)).toEqual(['/p1', '/team', '/news']);
    expect(chooseNext(leads, ['product', 'news'], 2).map(({ url }) => url)).toEqual(['/team', '/p1']);
    expect(chooseNext(leads, [], 0)).toEqual([]);
    expect(chooseNext(leads, [], 9)).toHaveLength(4);
  });
});
