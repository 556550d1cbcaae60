import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

export interface MarkedPage {
  html: string;
  url: string;
  /** What a person marked as its text. */
  marked: string;
}

type Truth = Record<string, { articleBody: string; url: string }>;

const unzip = promisify(gunzip);

/** Real articles, one after the other, so that never more than one is held. */
export async function* readArticles(folder: string): AsyncGenerator<MarkedPage> {
  const truth = JSON.parse(await readFile(join(folder, 'extraction/ground-truth.json'), 'utf8')) as Truth;
  for (const [id, { articleBody, url }] of Object.entries(truth)) {
    const html = (await unzip(await readFile(join(folder, 'extraction/html', `${id}.html.gz`)))).toString();
    yield { html, url, marked: articleBody };
  }
}

/** Real job pages. */
export async function* readPostings(folder: string): AsyncGenerator<MarkedPage> {
  const bodies = JSON.parse(await readFile(join(folder, 'postings/bodies.json'), 'utf8')) as Record<string, string>;
  const pages = JSON.parse(await readFile(join(folder, 'postings/expected.json'), 'utf8')) as { file: string; original_url: string }[];
  const urls = new Map(pages.map((page) => [page.file, page.original_url]));
  for (const [file, marked] of Object.entries(bodies)) {
    const html = await readFile(join(folder, 'postings', file), 'utf8');
    yield { html, url: urls.get(file) ?? 'https://jobs.example/job/1', marked };
  }
}
