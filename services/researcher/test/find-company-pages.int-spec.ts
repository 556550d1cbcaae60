import { afterEach, describe, expect, it } from '@jest/globals';
import { about, closeSites, home, newPage, research, startSite, type Pages } from './test-sites.ts';

afterEach(closeSites);

describe('pages of the company’s site', () => {
  it('are found by its links, one level and one more, and by nothing else when these give enough', async () => {
    const site = await startSite({
      '/': home({ '/about': 'About us', '/news': 'News', '/login': 'Log in' }),
      '/about': newPage('About', 'Acme Pumps was founded in 1990 by two nurses.', { '/about/values': 'Our values' }),
      '/about/values': newPage('Values', 'We repair pumps before we replace them, and we say so.'),
      '/news': newPage('News', 'Acme Pumps opened a plant in Turku in May.'),
    });
    const { found } = await research({ companyUrl: site.url });
    expect(found).toEqual([
      ['/', 'company', 'fetched'],
      ['/about', 'link', 'fetched'],
      ['/news', 'link', 'fetched'],
      ['/about/values', 'link', 'fetched'],
    ]);
    const first = await research({ companyUrl: site.url }, { maxPages: 3 });
    expect(first.found).toHaveLength(3);
    expect(site.requests.filter((path) => path === '/sitemap.xml')).toHaveLength(1);
  });

  it('are found in the sitemap that robots.txt names', async () => {
    const pages: Pages = {};
    const site = await startSite(pages);
    Object.assign(pages, {
      '/robots.txt': (_request, response) => response.end(`User-agent: *\nDisallow: /private\nSitemap: ${site.url}/map.xml\n`),
      '/map.xml': (_request, response) =>
        response
          .setHeader('content-type', 'application/xml')
          .end(
            `<urlset><url><loc>${site.url}/who-we-are</loc></url><url><loc>${site.url}/p/1</loc></url><url><loc>${site.url}/private/team</loc></url></urlset>`,
          ),
      '/': home(),
      '/who-we-are': about,
    } satisfies Pages);
    const { found } = await research({ companyUrl: site.url });
    expect(found).toEqual([
      ['/', 'company', 'fetched'],
      ['/who-we-are', 'sitemap', 'fetched'],
      ['/private/team', 'sitemap', 'refused'],
    ]);
  });

  it('are looked for in the usual places last; what is not there is no failure', async () => {
    const site = await startSite({
      '/': home(),
      '/about': { ...newPage('Not found', 'Sorry, this page does not exist.'), status: 200 },
      '/careers': home(),
      '/about-us': about,
      '/news': { body: 'x', status: 500 },
    });
    const { found } = await research({ companyUrl: site.url });
    expect(found).toEqual([
      ['/', 'company', 'fetched'],
      ['/about-us', 'guess', 'fetched'],
    ]);
    expect(site.requests.slice(3).sort()).toEqual(['/about', '/about-us', '/careers', '/jobs', '/news']);
  });

  it('are looked for although its first page cannot be read', async () => {
    const site = await startSite({ '/': { body: '<div id="root"></div><script src="/app.js"></script>' }, '/about': about });
    const { found } = await research({ companyUrl: site.url });
    expect(found).toEqual([
      ['/', 'company', 'failed'],
      ['/about', 'guess', 'fetched'],
    ]);
  });

  it('are not looked for on a site that does not answer', async () => {
    const site = await startSite({ '/': (request) => request.destroy(), '/about': about });
    const { found } = await research({ companyUrl: site.url });
    expect(found).toEqual([['/', 'company', 'failed']]);
    expect(site.requests).not.toContain('/about');
  });

  it('are not those of a paper that writes about it', async () => {
    const site = await startSite({
      '/2026/acme-pumps-grows': {
        body: `<title>Acme Pumps grows</title><meta property="og:type" content="article"><nav><a href="/about">About us</a></nav>
          <main><p>Acme Pumps opened a plant in Turku, the company said in May.</p></main>`,
      },
      '/about': newPage('About the Daily Paper', 'The Daily Paper was founded in 1820 in Turku.'),
    });
    const { found } = await research({ urls: [`${site.url}/2026/acme-pumps-grows`] });
    expect(found).toEqual([['/2026/acme-pumps-grows', 'asked', 'fetched']]);
    expect(site.requests).toEqual(['/robots.txt', '/2026/acme-pumps-grows']);
  });

  it('are read once, whatever leads to them', async () => {
    const site = await startSite({
      '/': (_request, response) => response.writeHead(302, { location: '/en' }).end(),
      '/en': home({ '/en/': 'Home of our company', '/about': 'About us', '/about/': 'Our history', '/index.html': 'Company' }),
      '/about': about,
    });
    const { found } = await research({ companyUrl: site.url });
    expect(found).toEqual([
      ['/', 'company', 'fetched'],
      ['/about', 'link', 'fetched'],
    ]);
  });
});

describe('a posting on a job board', () => {
  it('leads to the company’s site by the link that is spelled like the company, and the board’s own pages to nothing', async () => {
    const pages: Pages = {};
    const board = await startSite(pages);
    const { port } = new URL(board.url);
    Object.assign(pages, {
      '/acme/jobs/1': newPage('Seal Engineer', 'You will design seals for hospital pumps at Acme Pumps.', {
        '/about': 'About us',
        [`http://www.acme-pumps.example:${port}/careers?ref=board`]: 'Acme Pumps',
      }),
      '/about': newPage('About', 'This page is reached by its name only, and says who that is.'),
      '/': home({ '/about': 'About us' }),
    } satisfies Pages);
    const hosts = ['boards.greenhouse.io', 'www.acme-pumps.example'].map((name) => `${name}:${port}`);
    const { reports } = await research(
      { jobUrl: `http://${hosts[0]}/acme/jobs/1` },
      { allowPrivate: hosts, resolve: async () => ['127.0.0.1'] },
    );
    expect(reports.map(({ url, found, outcome }) => [url, found, outcome])).toEqual([
      [`http://${hosts[0]}/acme/jobs/1`, 'posting', 'fetched'],
      [`http://${hosts[1]}/`, 'link', 'fetched'],
      [`http://${hosts[1]}/about`, 'link', 'fetched'],
    ]);
  });

  it('is no site to look through when the person takes it for the company’s', async () => {
    const board = await startSite({ '/acme': { body: '', status: 404 } });
    const host = `boards.greenhouse.io:${new URL(board.url).port}`;
    const { found } = await research({ companyUrl: `http://${host}/acme` }, { allowPrivate: [host], resolve: async () => ['127.0.0.1'] });
    expect(found).toEqual([['/acme', 'company', 'failed']]);
    expect(board.requests).toEqual(['/robots.txt', '/acme']);
  });
});
