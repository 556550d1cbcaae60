import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { startLocalSite, type LocalPage, type LocalSite } from '@coverwright/testing';
import { PageFetcher } from '../fetch/page-fetcher.ts';
import { PageParser } from '../parse/page-parser.ts';
import type { BoardSource } from './board-sources.ts';
import { importPosting } from './import-posting.ts';

const text = `<p>You will design seals for hospital pumps and test them in the field.</p><p>Five years of experience with rotating machines.
  Responsibilities and requirements as usual; apply by mail. We offer benefits.</p>${'<p>More about the work with water.</p>'.repeat(8)}`;
const html = (title: string, body: string): LocalPage => ({
  body: `<html><head><title>${title}</title></head><body>${body}</body></html>`,
});
const json = (value: unknown): LocalPage => ({ body: JSON.stringify(value), headers: { 'content-type': 'application/json' } });
const posting = html('Pump Engineer at Fernhill Optics', `<h1>Pump Engineer</h1><p>Jena, Germany</p>${text}`);
const lever = {
  id: '4f1c',
  text: 'Pump Engineer',
  categories: { location: 'Jena', commitment: 'Full-time' },
  hostedUrl: 'x',
  description: text,
};

describe('importPosting', () => {
  let site: LocalSite;
  const parser = new PageParser();
  afterEach(() => site.close());
  afterAll(() => parser.close());

  const start = async (pages: Record<string, LocalPage>) => {
    site = await startLocalSite(pages);
  };
  const read = (path: string, findSource: (url: string) => BoardSource | null = () => null) => {
    const fetcher = new PageFetcher({ allowPrivate: [site.host] });
    return importPosting(path.startsWith('/') ? site.url + path : path, {
      fetcher,
      parser,
      signal: new AbortController().signal,
      findSource,
    });
  };
  /** The board whose public interface is this site, for its own pages. */
  const board = (url: string): BoardSource | null => ({ api: `${site.url}/api/4f1c`, page: url });

  it('reads the page', async () => {
    await start({ '/jobs/1': posting });
    const { posting: found, missing } = await read('/jobs/1');
    expect(found).toMatchObject({ company_name: 'Fernhill Optics', job_title: 'Pump Engineer', location: 'Jena, Germany' });
    expect(missing).toEqual(['company_url', 'remote', 'employment_type', 'salary']);
  });

  it('asks the board’s interface first and its page only for what that leaves out', async () => {
    await start({ '/api/4f1c': json({ ...lever, company_name: 'Fernhill Optics' }), '/jobs/4f1c': posting });
    expect((await read('/jobs/4f1c', board)).posting).toMatchObject({
      company_name: 'Fernhill Optics',
      location: 'Jena',
      employment_type: 'full-time',
    });
    expect(site.requests).toEqual(['/robots.txt', '/api/4f1c']);
    await site.close();
    await start({ '/api/4f1c': json(lever), '/jobs/4f1c': posting });
    expect((await read('/jobs/4f1c', board)).posting).toMatchObject({
      company_name: 'Fernhill Optics',
      location: 'Jena',
      employment_type: 'full-time',
    });
    expect(site.requests).toEqual(['/robots.txt', '/api/4f1c', '/jobs/4f1c']);
  });

  it('finds the one job of an address in a whole board', async () => {
    const jobs = ['aaaaa', '4f1c1'].map((id) => ({
      id,
      title: `Engineer ${id}`,
      employmentType: 'FullTime',
      location: 'Jena',
      descriptionHtml: text,
    }));
    await start({ '/api/4f1c': json({ jobs }), '/jobs/4f1c1': html('x', '') });
    expect((await read('/jobs/4f1c1', board)).posting.job_title).toBe('Engineer 4f1c1');
  });

  it.each<[string, LocalPage]>([
    ['is not there', { body: '{}', status: 404 }],
    ['answers with a page', posting],
    ['knows another job only', json({ ...lever, id: 'zzzz', text: 'Sales Manager', hostedUrl: undefined })],
    ['answers with broken JSON', { body: '{"text":', headers: { 'content-type': 'application/json' } }],
  ])('reads the page when the interface %s', async (_, answer) => {
    await start({ '/api/4f1c': answer, '/jobs/4f1c': posting });
    expect((await read('/jobs/4f1c', board)).posting.job_title).toBe('Pump Engineer');
  });

  it('keeps to the robots.txt of the interface as well', async () => {
    await start({
      '/robots.txt': { body: 'User-agent: *\nDisallow: /api/', headers: { 'content-type': 'text/plain' } },
      '/api/4f1c': json(lever),
      '/jobs/4f1c': posting,
    });
    await read('/jobs/4f1c', board);
    expect(site.requests).toEqual(['/robots.txt', '/jobs/4f1c']);
  });

  it('keeps what the interface told when the page cannot be read', async () => {
    await start({ '/api/4f1c': json(lever) });
    const { posting: found, missing } = await read('/jobs/4f1c', board);
    expect(found).toMatchObject({ job_title: 'Pump Engineer', company_name: null });
    expect(missing).toContain('company_name');
  });

  it('follows the frame that holds the job and takes the company from around it', async () => {
    await start({
      '/jobs/1': html('Jobs at Fernhill Optics', '<h1>Fernhill Optics</h1><iframe src="/jobs/1/frame?in_iframe=1"></iframe>'),
      '/jobs/1/frame': html('Pump Engineer', `<h1>Pump Engineer</h1>${text}`),
    });
    expect((await read('/jobs/1')).posting).toMatchObject({ job_title: 'Pump Engineer' });
    expect(site.requests).toEqual(['/robots.txt', '/jobs/1', '/jobs/1/frame?in_iframe=1']);
  });

  it('reads a posting in plain text', async () => {
    const body = `Pump Engineer\n\nLocation: Jena\nEmployment type: Full-time\n\n${text.replace(/<[^>]+>/g, '\n\n')}`;
    await start({ '/jobs/1.txt': { body, headers: { 'content-type': 'text/plain' } } });
    expect((await read('/jobs/1.txt')).posting).toMatchObject({
      job_title: 'Pump Engineer',
      location: 'Jena',
      employment_type: 'full-time',
    });
  });

  it.each<[string, string, LocalPage, string, RegExp]>([
    ['a page that is not there', '/gone', { body: '', status: 404 }, 'URL_UNREACHABLE', /does not exist .*paste it into a new application/],
    ['a page behind a login', '/jobs/1', { body: '', status: 403 }, 'URL_UNREACHABLE', /does not show this page to everyone/],
    [
      'a page that is no posting',
      '/jobs/1',
      html('Pumps', '<h1>Pumps</h1><p>We sell pumps.</p>'),
      'POSTING_NOT_FOUND',
      /does not read like a job posting/,
    ],
    ['a shell for scripts', '/jobs/1', html('Jobs', '<div id="app"></div><script src="a.js"></script>'), 'POSTING_NOT_FOUND', /JavaScript/],
    ['a posting that is gone', '/jobs/1', html('Jobs', '<p>This position has been filled.</p>'), 'POSTING_NOT_FOUND', /is gone.*filled/],
    ['a login', '/jobs/1', html('Sign in', '<input type="password">'), 'POSTING_NOT_FOUND', /log in/],
    ['a file', '/jobs/1', { body: '%PDF', headers: { 'content-type': 'application/pdf' } }, 'POSTING_NOT_FOUND', /application\/pdf/],
    ['markup that is not safe', '/jobs/1', html('x', '<div>'.repeat(2000)), 'POSTING_NOT_FOUND', /not safe to read/],
  ])('says of %s what it is and what to do', async (_, path, page, code, message) => {
    await start({ [path]: page });
    const failed = read(path);
    await expect(failed).rejects.toMatchObject({ code });
    await expect(failed).rejects.toThrow(message);
    await expect(failed).rejects.toThrow('paste it into a new application');
  });

  it.each([
    ['another scheme', 'ftp://fernhill.example/job'],
    ['no address', 'pump engineer'],
    ['a private address', 'http://127.0.0.1:9/jobs/1'],
    ['a private address in disguise', 'http://0x7f.1/jobs/1'],
  ])('refuses %s', async (_, url) => {
    await start({});
    await expect(read(url)).rejects.toMatchObject({ code: 'URL_REFUSED' });
    expect(site.requests).toEqual([]);
  });

  it('refuses what robots.txt asks not to read', async () => {
    await start({
      '/robots.txt': { body: 'User-agent: *\nDisallow: /jobs/', headers: { 'content-type': 'text/plain' } },
      '/jobs/1': posting,
    });
    await expect(read('/jobs/1')).rejects.toMatchObject({ code: 'URL_REFUSED', message: expect.stringContaining('robots.txt') });
    expect(site.requests).toEqual(['/robots.txt']);
  });

  it('takes an address that is sent on to the list for a posting that is gone', async () => {
    await start({
      '/jobs/pump-engineer': { body: '', status: 302, headers: { location: '/jobs' } },
      '/jobs': html(
        'Jobs',
        '<h1>Jobs</h1><a href="/jobs/a">Sales Manager</a><a href="/jobs/b">Data Analyst</a><a href="/jobs/c">Nurse</a>',
      ),
    });
    await expect(read('/jobs/pump-engineer')).rejects.toThrow('probably gone');
  });
});
