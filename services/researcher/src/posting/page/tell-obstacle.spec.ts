import { describe, expect, it } from '@jest/globals';
import { readPosting } from '../read-posting.ts';

const page = (title: string, inner: string, head = '') => `<html><head><title>${title}</title>${head}</head><body>${inner}</body></html>`;
const job = (title: string) => `{"@type":"JobPosting","title":"${title}","description":"${'You will work. '.repeat(20)}"}`;

describe('a page without a posting', () => {
  it.each<[string, string, string, string]>([
    [
      'a shell for scripts',
      'script',
      'https://fernhill.example/jobs/1',
      page('Careers', '<div id="app"></div><script src="/a.js"></script>'),
    ],
    [
      'a shell that asks for JavaScript',
      'script',
      'https://fernhill.example/jobs/1',
      page('Careers', '<noscript>You need to enable JavaScript to run this app.</noscript><p>Loading…</p><script src="/a.js"></script>'),
    ],
    [
      'a posting that is gone',
      'expired',
      'https://boards.greenhouse.io/fernhill/jobs/99',
      page(
        'Jobs at Fernhill',
        '<h1>Current openings</h1><p>The job you are looking for is no longer open.</p><a href="/x">Pump Engineer</a>',
      ),
    ],
    [
      'a posting that is gone, in German',
      'expired',
      'https://fernhill.example/karriere/1',
      page('Karriere', '<h1>Schade</h1><p>Diese Stelle ist leider nicht mehr verfügbar.</p>'),
    ],
    [
      'a login',
      'login',
      'https://www.linkedin.com/authwall',
      page('Sign Up | LinkedIn', '<h1>Join LinkedIn</h1><form><input type="email"><input type="password"></form>'),
    ],
    ['a check for robots', 'blocked', 'https://www.indeed.com/viewjob?jk=1', page('Just a moment...', '<script>x()</script>')],
    [
      'a list of openings',
      'list',
      'https://fernhill.example/careers/',
      page(
        'Careers',
        `<p>${'We build pumps and are hiring; our benefits and requirements differ. '.repeat(6)}</p><h3><a href="/careers/a">Pump Engineer</a></h3>
        <h3><a href="/careers/b">Data Engineer</a></h3><h3><a href="/careers/c">Sales Manager</a></h3>`,
      ),
    ],
    [
      'several postings in its data',
      'list',
      'https://fernhill.example/jobs',
      page('Jobs', '<h1>Jobs</h1>', `<script type="application/ld+json">[${job('Pump Engineer')},${job('Sales Manager')}]</script>`),
    ],
    [
      'an article about hiring',
      'other',
      'https://news.example/2026/how-we-hire',
      page('How we hire', `<h1>How we hire</h1><p>${'Our candidates apply and we look at skills and experience. '.repeat(20)}</p>`),
    ],
  ])('is told to be %s', (_, kind, url, html) => {
    const { obstacle } = readPosting(html, url);
    expect(obstacle?.kind).toBe(kind);
    expect(obstacle?.detail).toMatch(/[.”]$/);
  });

  it('repeats what the page says of a posting that is gone', () => {
    const { obstacle } = readPosting(page('x', '<p>This position has been filled.</p>'), 'https://fernhill.example/jobs/1');
    expect(obstacle?.detail).toBe('The posting is gone; the page says: “This position has been filled.”');
  });

  it('is still a posting when its data tells one beside such a notice', () => {
    const html = page('x', '<p>This position has been filled.</p>', `<script type="application/ld+json">${job('Pump Engineer')}</script>`);
    expect(readPosting(html, 'https://fernhill.example/jobs/1').obstacle).toBeNull();
  });
});
