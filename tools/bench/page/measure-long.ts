import type { Page } from '@playwright/test';
import { pagePaths } from '@coverwright/contracts';
import { percentile } from '../flow/percentile.ts';
import { fillLong } from './fill-long.ts';
import type { BenchBrowser } from './open-browser.ts';
import type { PageWorld } from './page-world.ts';

/** About forty printed pages; against what a person has after a day. */
const sizes = { short: { turns: 3, versions: 2 }, long: { turns: 200, versions: 200 } };
const rounds = 5;
const typed = 'Which of my positions would they care about most, and why?';

/** The longest time (ms) in which the page drew no frame, the median of some rounds. */
export interface LongFigures {
  what: string;
  short: number;
  long: number;
}

const watchFrames = `
  let last = performance.now();
  window.longestFrame = 0;
  window.beginFrames = () => { last = performance.now(); window.longestFrame = 0; };
  const frame = () => {
    const now = performance.now();
    window.longestFrame = Math.max(window.longestFrame, now - last);
    last = now;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
`;

/** From the end of the conversation to its beginning, a wheel's notch a frame. */
const scrollUp = `new Promise((resolve) => {
  const log = document.querySelector('[role=log]');
  const step = () => {
    log.scrollTop -= 120;
    if (log.scrollTop > 0) requestAnimationFrame(step);
    else requestAnimationFrame(() => resolve());
  };
  step();
})`;

const deeds: Record<string, (page: Page) => Promise<unknown>> = {
  'scrolling through the chat': (page) => page.evaluate(scrollUp),
  typing: (page) => page.getByRole('textbox', { name: 'Message' }).pressSequentially(typed, { delay: 15 }),
  'opening the versions': async (page) => {
    await page.getByText(/^All \d+ versions$/).click();
    await page.getByRole('list', { name: 'Versions' }).waitFor();
  },
  'choosing a version': (page) => page.getByRole('combobox', { name: 'Version' }).selectOption({ index: 1 }),
};

/** A chat of forty pages and two hundred versions, and the same view with little in it: by turns, in one product. */
export const measureLong = async ({ browser }: BenchBrowser, { client, dataDir }: PageWorld): Promise<LongFigures[]> => {
  const urls: Record<string, string> = {};
  for (const [size, { turns, versions }] of Object.entries(sizes)) {
    const { id } = await client.create({ company_name: `A ${size} story`, job_title: 'Process Engineer' });
    fillLong(dataDir, id, turns, versions);
    urls[size] = client.url + pagePaths.application(id);
  }
  const seen: Record<string, Record<string, number[]>> = {};
  const note = (what: string, size: string, ms: number) => (((seen[what] ??= {})[size] ??= []).push(ms), undefined);
  for (let round = 0; round <= rounds; round += 1) {
    for (const [size, url] of Object.entries(urls)) {
      const page = await browser.newPage({ viewport: { width: 1600, height: 1000 } });
      await page.addInitScript({ content: watchFrames });
      await page.goto(url);
      await page
        .getByRole('log')
        .getByText(/^1\. What does/)
        .waitFor({ state: 'attached' });
      await page.getByText('Dear').first().waitFor();
      if (round > 0) note('opening', size, await longestFrame(page));
      for (const [what, deed] of Object.entries(deeds)) {
        await page.evaluate('window.beginFrames()');
        await deed(page);
        if (round > 0) note(what, size, await longestFrame(page));
      }
      await page.close();
    }
  }
  return Object.entries(seen).map(([what, { short = [], long = [] }]) => ({
    what,
    short: percentile(short, 0.5),
    long: percentile(long, 0.5),
  }));
};

/** Asked two frames later, so that what was begun has been drawn. */
const longestFrame = async (page: Page): Promise<number> =>
  Number(
    await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(window.longestFrame))))'),
  );
