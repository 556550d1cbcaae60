import { pagePaths } from '@coverwright/contracts';
import { startLocalSite } from '@coverwright/testing';
import lighthouse from 'lighthouse';
import type { BenchContext } from '../benches.ts';
import { percentile } from '../flow/percentile.ts';
import { openBrowser } from './open-browser.ts';
import type { PageWorld } from './page-world.ts';

const rounds = 3;
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const times = { fcp: 'first-contentful-paint', lcp: 'largest-contentful-paint', blocked: 'total-blocking-time' } as const;
const emptyPage =
  '<!doctype html><html lang="en"><title>Empty</title><meta name="viewport" content="width=device-width"><p>Nothing.</p></html>';

/** Scores are 0–1, times milliseconds on Lighthouse's slow phone; the median of some rounds. */
export type LighthouseFigures = { what: string } & Record<(typeof categories)[number] | keyof typeof times, number>;

/** Both views as Lighthouse sees them by default, a phone on a slow line, and a page with nothing in it: what the machine does to the figures. */
export const measureLighthouse = async (context: BenchContext, { client, applicationId }: PageWorld): Promise<LighthouseFigures[]> => {
  const empty = await startLocalSite({ '/': { body: emptyPage } });
  const pages = {
    'the list': client.url + pagePaths.list,
    'an application': client.url + pagePaths.application(applicationId),
    'an empty page': `${empty.url}/`,
  };
  const seen = new Map<string, Omit<LighthouseFigures, 'what'>[]>();
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const [what, url] of Object.entries(pages)) seen.set(what, [...(seen.get(what) ?? []), await look(url, context)]);
    }
  } finally {
    await empty.close();
  }
  return [...seen].map(([what, figures]) => ({ what, ...medianOf(figures) }));
};

/** In a browser of its own, that has never been here. */
const look = async (url: string, context: BenchContext): Promise<Omit<LighthouseFigures, 'what'>> => {
  const { browser, port } = await openBrowser(context);
  const result = await lighthouse(url, { port, output: 'json', logLevel: 'error', onlyCategories: [...categories] }).finally(() =>
    browser.close(),
  );
  if (!result || result.lhr.runtimeError) throw new Error(`Lighthouse could not look at ${url}: ${result?.lhr.runtimeError?.message}`);
  const { lhr } = result;
  const scores = categories.map((name) => [name, lhr.categories[name]?.score ?? NaN]);
  const took = Object.entries(times).map(([name, audit]) => [name, lhr.audits[audit]?.numericValue ?? NaN]);
  return Object.fromEntries([...scores, ...took]) as Omit<LighthouseFigures, 'what'>;
};

const medianOf = <T extends Record<string, number>>(figures: T[]): T =>
  Object.fromEntries(
    Object.keys(figures[0] ?? {}).map((name) => [
      name,
      percentile(
        figures.map((each) => each[name] ?? NaN),
        0.5,
      ),
    ]),
  ) as T;
