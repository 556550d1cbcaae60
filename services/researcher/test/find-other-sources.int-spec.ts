import { afterEach, describe, expect, it } from '@jest/globals';
import type { LocalHandler, LocalPage, LocalSite } from '@coverwright/testing';
import type { FoundNote, ResearchRequest } from '../src/research-company.ts';
import { about, closeSites, home, newPage, research, startSite } from './test-sites.ts';

afterEach(closeSites);

describe('a web search', () => {
  const engine = (results: unknown) =>
    startSite({ '/search': { body: JSON.stringify(results), headers: { 'content-type': 'application/json' } } });

  it('adds pages of others that speak of the company, and quotes what they say of it', async () => {
    const paper = await startSite({
      '/acme': newPage('Pumps in the north', 'Acme Pumps opened a plant in Turku in May. Acme Pumps employs 320 people.'),
    });
    const wrong = await startSite({ '/acme': newPage('Acme', 'Another firm altogether makes anvils for coyotes.') });
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

  it('is all there is to go by when nothing was named; somebody else’s page leads nowhere', async () => {
    const paper = await startSite({
      '/acme-pumps': newPage('Acme Pumps', 'Acme Pumps opened a plant in Turku in May.', { '/about': 'About us' }),
      '/about': newPage('About', 'The Daily Paper was founded in 1820 in Turku.'),
    });
    const search = await engine({ results: [{ url: `${paper.url}/acme-pumps`, title: 'Acme Pumps', content: '' }] });
    expect((await research({}, { searxngUrl: search.url })).found).toEqual([['/acme-pumps', 'search', 'fetched']]);
    expect(paper.requests).toEqual(['/robots.txt', '/acme-pumps']);
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
