import { afterEach, describe, expect, it } from '@jest/globals';
import { startLocalSite, type LocalHandler, type LocalPage, type LocalSite } from '@coverwright/testing';
import { researchCompany, type FoundNote, type PageEnd, type ResearchOptions, type ResearchRequest } from './research-company.ts';

const sites: LocalSite[] = [];
afterEach(async () => {
  await Promise.all(sites.splice(0).map((site) => site.close()));
});

type Pages = Record<string, LocalPage | LocalHandler>;

async function startSite(pages: Pages | ((url: () => string) => Pages)): Promise<LocalSite> {
  let url = '';
  const site = await startLocalSite(typeof pages === 'function' ? pages(() => url) : pages);
  url = site.url;
  sites.push(site);
  return site;
}

const page = (title: string, text: string, links: Record<string, string> = {}): LocalPage => ({
  body: `<title>${title}</title><nav>${Object.entries(links)
    .map(([href, name]) => `<a href="${href}">${name}</a>`)
    .join(' ')}</nav><main><p>${text}</p></main>`,
});
const about = page('About Acme Pumps', 'Acme Pumps was founded in 1990 by two nurses from Bergen.');
const home = (links: Record<string, string> = {}) => page('Acme Pumps', 'Acme Pumps builds quiet pumps for 40 hospitals.', links);

async function research(request: Partial<ResearchRequest>, more: Partial<ResearchOptions> = {}) {
  const ends: PageEnd[] = [];
  const reports = await researchCompany(
    { urls: [], jobUrl: null, companyUrl: null, companyName: 'Acme Pumps', jobTitle: 'Seal Engineer', jobDescription: null, ...request },
    {
      maxPages: 8,
      concurrency: 4,
      allowPrivate: sites.map((site) => site.host),
      searxngUrl: null,
      signal: new AbortController().signal,
      alreadyFetched: () => null,
      findStored: async () => null,
      onPage: async (end) => void ends.push(end),
      ...more,
    },
  );
  const notes = ends.flatMap((end) => end.note ?? []);
  return { reports, notes, found: reports.map(({ url, found, outcome }) => [new URL(url).pathname, found, outcome]) };
}

describe('pages of the company’s site', () => {
  it('are found by its links, one level and one more, and by nothing else when these give enough', async () => {
    const site = await startSite({
      '/': home({ '/about': 'About us', '/news': 'News', '/login': 'Log in' }),
      '/about': page('About', 'Acme Pumps was founded in 1990 by two nurses.', { '/about/values': 'Our values' }),
      '/about/values': page('Values', 'We repair pumps before we replace them, and we say so.'),
      '/news': page('News', 'Acme Pumps opened a plant in Turku in May.'),
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
    const site = await startSite((url) => ({
      '/robots.txt': (_request, response) => response.end(`User-agent: *\nDisallow: /private\nSitemap: ${url()}/map.xml\n`),
      '/map.xml': (_request, response) =>
        response
          .setHeader('content-type', 'application/xml')
          .end(
            `<urlset><url><loc>${url()}/who-we-are</loc></url><url><loc>${url()}/p/1</loc></url><url><loc>${url()}/private/team</loc></url></urlset>`,
          ),
      '/': home(),
      '/who-we-are': about,
    }));
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
      '/about': { ...page('Not found', 'Sorry, this page does not exist.'), status: 200 },
      '/careers': home(),
      '/about-us': about,
      '/news': { body: 'x', status: 500 },
    });
    const { found } = await research({ companyUrl: site.url });
    expect(found).toEqual([
      ['/', 'company', 'fetched'],
      ['/about-us', 'guess', 'fetched'],
    ]);
    expect(site.requests.slice(3)).toEqual(['/about', '/careers', '/about-us', '/news', '/jobs']);
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
      '/about': page('About the Daily Paper', 'The Daily Paper was founded in 1820 in Turku.'),
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

describe('a web search', () => {
  const engine = (results: unknown) =>
    startSite({ '/search': { body: JSON.stringify(results), headers: { 'content-type': 'application/json' } } });

  it('adds pages of others that speak of the company, and quotes what they say of it', async () => {
    const paper = await startSite({
      '/acme': page('Pumps in the north', 'Acme Pumps opened a plant in Turku in May. Acme Pumps employs 320 people.'),
    });
    const wrong = await startSite({ '/acme': page('Acme', 'Another firm altogether makes anvils for coyotes.') });
    const company = await startSite({ '/': home({ '/about': 'About us' }), '/about': about });
    const search = await engine({
      results: [
        { url: `${wrong.url}/acme`, title: 'Acme Pumps?', content: '' },
        { url: `${paper.url}/acme`, title: 'Plant opened', content: 'Acme Pumps opened a plant' },
        { url: 'https://www.linkedin.com/company/acme', title: 'Acme Pumps', content: '' },
        'nonsense',
      ],
    });
    const { reports, notes } = await research({ companyUrl: company.url }, { searxngUrl: search.url });
    expect(reports.map(({ url, found, outcome, reason }) => [url, found, outcome, reason])).toEqual([
      [`${company.url}/`, 'company', 'fetched', null],
      [`${company.url}/about`, 'link', 'fetched', null],
      [`${wrong.url}/acme`, 'search', 'failed', 'The page does not speak of Acme Pumps.'],
      [`${paper.url}/acme`, 'search', 'fetched', null],
    ]);
    expect(notes.find((note) => note.source_url === `${paper.url}/acme`)?.facts.map((fact) => fact.quote)).toContain(
      'Acme Pumps employs 320 people.',
    );
    expect(search.requests).toEqual(['/search?q=%22Acme+Pumps%22+company&format=json&safesearch=1']);
  });

  it.each([
    ['is switched off', { status: 403, body: '' }, 'JSON format switched off'],
    ['fails', { status: 500, body: '' }, 'it answered 500'],
    ['answers nonsense', { body: '<html>' }, 'was not understood'],
  ])('that %s is said and costs nothing else', async (_, answer, reason) => {
    const company = await startSite({ '/': home() });
    const search = await startSite({ '/search': answer });
    const { reports } = await research({ companyUrl: company.url }, { searxngUrl: search.url });
    expect(reports).toEqual([
      expect.objectContaining({ url: `${company.url}/`, outcome: 'fetched' }),
      expect.objectContaining({ url: search.url, found: 'search', outcome: 'failed', reason: expect.stringContaining(reason) }),
    ]);
  });
});

describe('a page that was read before', () => {
  const validators = { etag: '"v1"', 'last-modified': 'Mon, 02 Nov 2026 10:00:00 GMT' };
  const unchanged =
    (body: LocalPage): LocalHandler =>
    (request, response) => {
      if (request.headers['if-none-match'] === validators.etag) response.writeHead(304, validators).end();
      else response.writeHead(200, { 'content-type': 'text/html', ...validators }).end(body.body);
    };
  const pages = { '/': unchanged(home({ '/about': 'About us' })), '/about': about };

  async function readTwice(age: number, request: (site: LocalSite) => Partial<ResearchRequest>) {
    const site = await startSite(pages);
    const first = await research(request(site), { maxPages: 2 });
    const before = site.requests.length;
    const old = new Date(Date.now() - age).toISOString();
    const findStored = async (url: string): Promise<FoundNote | null> => {
      const note = first.notes.find((one) => one.source_url === url);
      return note === undefined ? null : { ...note, fetched_at: old };
    };
    const second = await research(request(site), { maxPages: 2, findStored });
    return { ...second, first, old, asked: site.requests.slice(before) };
  }

  const hour = 60 * 60 * 1000;

  it('is not fetched again within a day when nobody named it, and is asked for changes when somebody did', async () => {
    const { reports, notes, first, old, asked } = await readTwice(hour, (site) => ({ companyUrl: site.url }));
    expect(asked).toEqual(['/robots.txt', '/']);
    expect(reports).toEqual([
      expect.objectContaining({ found: 'company', outcome: 'cached', fetched_at: old, reason: 'The site says that it has not changed.' }),
      expect.objectContaining({ found: 'link', outcome: 'cached', fetched_at: old, reason: null, title: 'About Acme Pumps' }),
    ]);
    expect(notes).toEqual(first.notes.map((note) => ({ ...note, fetched_at: old })));
  });

  it('is fetched again after a day', async () => {
    const { reports, asked } = await readTwice(25 * hour, (site) => ({ companyUrl: site.url }));
    expect(asked).toEqual(['/robots.txt', '/', '/about']);
    expect(reports.map(({ outcome }) => outcome)).toEqual(['cached', 'fetched']);
  });

  it('is fetched again when its time is of tomorrow: another clock wrote that', async () => {
    const { asked } = await readTwice(-hour, (site) => ({ companyUrl: site.url }));
    expect(asked).toContain('/about');
  });

  it('is read anew when the person asks for it and the site does not know of changes', async () => {
    const { reports, asked } = await readTwice(hour, (site) => ({ urls: [`${site.url}/about`] }));
    expect(asked.slice(0, 2)).toEqual(['/robots.txt', '/about']);
    expect(reports[0]).toMatchObject({ found: 'asked', outcome: 'fetched' });
  });
});
