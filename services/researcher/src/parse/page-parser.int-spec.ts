import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ExtractFailed } from '../extract/load-html.ts';
import { PageParser } from './page-parser.ts';

// Processes and hundreds of requests take their time on a busy machine.
jest.setTimeout(60_000);

const never = new AbortController().signal;
const url = 'https://acme.example/about';

describe('PageParser', () => {
  const onFault = jest.fn();
  let parser: PageParser;
  beforeAll(() => {
    parser = new PageParser(onFault, { helpers: 1 });
  });
  afterAll(() => parser.close());

  it('reads pages and plain text away from this process', async () => {
    const html = '<title>About</title><main><p>Acme builds pumps.</p><a href="/jobs">Jobs</a></main>';
    await expect(parser.extract({ format: 'html', text: html, url }, never)).resolves.toMatchObject({
      title: 'About',
      content: expect.stringContaining('Acme builds pumps.'),
      links: [{ url: 'https://acme.example/jobs', text: 'Jobs' }],
    });
    await expect(parser.extract({ format: 'text', text: 'About\n\na < b', url }, never)).resolves.toMatchObject({
      content: 'About\n\na < b',
    });
  });

  it.each([
    ['nested deeply', '<div>'.repeat(200_000)],
    ['attributes', `<p ${Array.from({ length: 20_000 }, (_, index) => `a${index}`).join(' ')}>`],
    ['formatting that is rebuilt over and over', '<p><b><i><u><s>'.repeat(50_000)],
    ['tables in tables', '<table><tr><td>'.repeat(100_000)],
  ])('refuses a page that is a bomb (%s) with a reason', async (_, text) => {
    const failure = await parser.extract({ format: 'html', text, url }, never).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ExtractFailed);
    expect((failure as ExtractFailed).message).toMatch(/^The page.*\.$/);
  });

  it('blames no code of ours for any of this', () => {
    expect(onFault).not.toHaveBeenCalled();
  });
});
