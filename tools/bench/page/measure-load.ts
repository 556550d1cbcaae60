import { gzipSync } from 'node:zlib';
import { pagePaths } from '@coverwright/contracts';
import type { BenchBrowser } from './open-browser.ts';
import type { PageWorld } from './page-world.ts';

/** Bytes that a browser without a cache fetches to show a view, nothing clicked; JavaScript as gzip makes it, whatever was sent. */
export interface LoadFigures {
  what: string;
  scripts: number;
  gzipBytes: number;
  /** The part of it that is React, the page's largest stranger; for comparison. */
  shareOfBase: number;
}

export const measureLoad = async ({ browser }: BenchBrowser, { client, applicationId }: PageWorld): Promise<LoadFigures[]> => {
  const paths = {
    'the table': pagePaths.list,
    'the board': `${pagePaths.list}?view=board`,
    'an application': pagePaths.application(applicationId),
    'the resume': pagePaths.resume,
    'the system': pagePaths.system,
  };
  const figures: LoadFigures[] = [];
  for (const [what, path] of Object.entries(paths)) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const bodies: Promise<{ url: string; bytes: number }>[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() !== 'script') return;
      bodies.push(response.body().then((body) => ({ url: response.url(), bytes: gzipSync(body, { level: 9 }).length })));
    });
    await page.goto(client.url + path, { waitUntil: 'load' });
    await page.getByRole('heading', { level: 1 }).waitFor();
    // What a view fetches by itself it asks for while it is drawn; an idle browser has asked for all of it.
    await page.evaluate('new Promise((resolve) => requestIdleCallback(resolve))');
    const scripts = await Promise.all(bodies);
    const gzipBytes = scripts.reduce((sum, { bytes }) => sum + bytes, 0);
    const base = scripts.find(({ url }) => url.includes('/base-'))?.bytes ?? 0;
    figures.push({ what, scripts: scripts.length, gzipBytes, shareOfBase: base / gzipBytes });
    await context.close();
  }
  return figures;
};
