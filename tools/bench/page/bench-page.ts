import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../../process/user-error.ts';
import { cacheDir } from '../../root.ts';
import type { BenchContext } from '../benches.ts';
import { describePage, type PageFigures } from './describe-page.ts';
import { measureLag } from './measure-lag.ts';
import { measureLighthouse } from './measure-lighthouse.ts';
import { measureLists } from './measure-lists.ts';
import { measureLoad } from './measure-load.ts';
import { measureLong } from './measure-long.ts';
import { openBrowser } from './open-browser.ts';
import { startPageWorld } from './page-world.ts';

const parts = ['load', 'lighthouse', 'lag', 'long', 'lists'] as const;

/** How the page loads and moves, in a real browser; all of it, or the parts that are named. */
export const benchPage = async (context: BenchContext): Promise<void> => {
  const asked = context.args ?? [];
  const unknown = asked.find((part) => !parts.some((each) => each === part));
  if (unknown !== undefined) throw new UserError(`There is no part "${unknown}". Use: npm run bench -- page [${parts.join('] [')}]`, 2);
  const wants = (part: (typeof parts)[number]) => asked.length === 0 || asked.includes(part);
  const figures: PageFigures = {
    measuredAt: new Date().toISOString(),
    machine: `${cpus().length} cores (${(cpus()[0]?.model ?? 'unknown').trim()}), ${(totalmem() / 2 ** 30).toFixed(0)} GB, Node ${process.versions.node}`,
  };
  const browser = await openBrowser(context);
  try {
    const world = await startPageWorld(context);
    try {
      if (wants('load')) figures.load = await measureLoad(browser, world);
      if (wants('lighthouse')) figures.lighthouse = await measureLighthouse(context, world);
      if (wants('lag')) figures.lag = await measureLag(browser, world);
      if (wants('long')) figures.long = await measureLong(browser, world);
    } finally {
      await world.close();
    }
    if (wants('lists')) figures.lists = await measureLists(context, browser);
  } finally {
    await browser.browser.close();
  }
  context.say(describePage(figures));
  const folder = join(cacheDir, 'bench');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'page.json'), `${JSON.stringify(figures, null, 2)}\n`);
  context.say(`As JSON: ${join(folder, 'page.json')}`);
};
