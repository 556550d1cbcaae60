import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BenchContext } from '../benches.ts';
import { percentile } from '../flow/percentile.ts';
import { fillStore } from '../scale/fill-store.ts';
import { foldersOf, migrateStore, startScaledStack, type ScaledStack, type StackOptions } from '../scale/scaled-stack.ts';
import type { BenchBrowser } from './open-browser.ts';

const [few, many] = [50, 5000];
const rounds = 9;
const paths = { table: '/', board: '/?view=board' };

/** Milliseconds from going to the address to the frame after the one with the first application in it. */
export interface ListFigures {
  what: string;
  few: number;
  many: number;
}

const watchFirst = `
  window.firstPaint = new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('[data-row-link], [data-card]')) requestAnimationFrame(() => resolve(performance.now()));
      else requestAnimationFrame(look);
    };
    look();
  });
`;

/** The list with thousands of applications and with a screenful: both instances are up and looked at by turns. */
export const measureLists = async (context: BenchContext, { browser }: BenchBrowser): Promise<ListFigures[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'coverwright-bench-'));
  const stacks: { count: number; stack: ScaledStack }[] = [];
  const page = await browser.newPage();
  await page.addInitScript({ content: watchFirst });
  try {
    for (const count of [few, many]) {
      const options: StackOptions = { folder: join(folder, String(count)), databaseUrl: null, writers: 0 };
      await migrateStore(context, options);
      fillStore(foldersOf(options.folder).dataDir, [foldersOf(options.folder).contentDir], count);
      stacks.push({ count, stack: await startScaledStack(context, options) });
    }
    const figures: ListFigures[] = [];
    for (const [what, path] of Object.entries(paths)) {
      const seen: Record<number, number[]> = { [few]: [], [many]: [] };
      // The first round fills the caches and does not count.
      for (let round = 0; round <= rounds; round += 1) {
        for (const { count, stack } of stacks) {
          await page.goto(stack.url + path);
          const firstPaint = Number(await page.evaluate('window.firstPaint'));
          if (round > 0) seen[count]?.push(firstPaint);
        }
      }
      figures.push({ what, few: percentile(seen[few] ?? [], 0.5), many: percentile(seen[many] ?? [], 0.5) });
    }
    return figures;
  } finally {
    await page.close();
    await Promise.allSettled(stacks.map(({ stack }) => stack.stop()));
    await rm(folder, { recursive: true, force: true });
  }
};
