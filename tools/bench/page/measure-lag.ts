import { pagePaths, type EventData } from '@coverwright/contracts';
import { Redis } from 'ioredis';
import { percentile } from '../flow/percentile.ts';
import type { BenchBrowser } from './open-browser.ts';
import { writeLetter, type PageWorld } from './page-world.ts';

const runs = 3;

/** Milliseconds from the moment at which Redis took an event of the worker to the moment at which its text was there. */
export interface LagFigures {
  what: string;
  events: number;
  p50: number;
  p95: number;
}

/** When (ms since 1970) how many characters, white space aside, had come. */
type Progress = [at: number, characters: number][];

/** Notes whenever the draft in the page has grown. */
const watchDraft = `
  window.draftProgress = [];
  new MutationObserver(() => {
    const length = document.querySelector('.letter:has(> .caret)')?.textContent.replace(/\\s/g, '').length ?? 0;
    if (length > (window.draftProgress.at(-1)?.[1] ?? 0)) window.draftProgress.push([performance.timeOrigin + performance.now(), length]);
  }).observe(document, { subtree: true, childList: true, characterData: true });
`;

const lengthOf = (text: string): number => text.replace(/\s/g, '').length;

/** How far the page is behind the worker while a letter is written, and a reader of the same stream without a page beside it. */
export const measureLag = async ({ browser }: BenchBrowser, world: PageWorld): Promise<LagFigures[]> => {
  const { client, applicationId } = world;
  const lags: Record<'page' | 'reader', number[]> = { page: [], reader: [] };
  const redis = new Redis(world.redisUrl);
  const page = await browser.newPage();
  await page.addInitScript({ content: watchDraft });
  try {
    for (let run = 0; run < runs; run += 1) {
      await page.goto(client.url + pagePaths.application(applicationId));
      await page.getByRole('button', { name: 'Edit letter' }).waitFor();
      const reader = client.events(applicationId);
      await reader.next();
      const heard: Progress = [];
      const reading = reader.until(({ event, data }) => {
        if (event === 'draft_delta') heard.push([now(), (heard.at(-1)?.[1] ?? 0) + lengthOf((data as EventData<'draft_delta'>).text)]);
        return event === 'document';
      });
      const began = Date.now();
      await writeLetter(client, applicationId, 'write_only');
      await reading;
      reader.close();
      const said = await readDeltas(redis, applicationId, began);
      const shown = await page.evaluate<Progress>('window.draftProgress');
      lags.page.push(...behind(said, shown));
      lags.reader.push(...behind(said, heard));
    }
  } finally {
    redis.disconnect();
    await page.close();
  }
  return Object.entries({ 'text in the page': lags.page, 'a reader without a page': lags.reader }).map(([what, all]) => ({
    what,
    events: all.length,
    p50: percentile(all, 0.5),
    p95: percentile(all, 0.95),
  }));
};

const now = (): number => performance.timeOrigin + performance.now();

/** The pieces of the draft as Redis took them: an entry's id begins with its time. */
const readDeltas = async (redis: Redis, applicationId: string, since: number): Promise<Progress> => {
  const entries = await redis.xrange(`{coverwright}:events:${applicationId}`, since, '+');
  const progress: Progress = [];
  for (const [id, fields] of entries) {
    const { type, data } = Object.fromEntries(pairs(fields));
    if (type !== 'draft_delta' || data === undefined) continue;
    const { text } = JSON.parse(data) as EventData<'draft_delta'>;
    progress.push([Number(id.split('-')[0]), (progress.at(-1)?.[1] ?? 0) + lengthOf(text)]);
  }
  return progress;
};

const pairs = (fields: string[]): [string, string][] =>
  fields.flatMap((name, index) => (index % 2 === 0 ? [[name, fields[index + 1] ?? ''] satisfies [string, string]] : []));

/** For each piece, how much later all of its text had come. What never came makes the figure infinite. */
const behind = (said: Progress, came: Progress): number[] =>
  said.map(([at, characters]) => Math.max(0, (came.find(([, length]) => length >= characters)?.[0] ?? Infinity) - at));
