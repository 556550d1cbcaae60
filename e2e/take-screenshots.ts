/** Writes the picture of the page that the documentation shows: `node e2e/take-screenshots.ts`. */
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { pagePaths } from '@coverwright/contracts';
import { browserOptions } from './browser-options.ts';
import { root } from './run-process.ts';
import { startWorld } from './world.ts';

const target = join(root, 'docs/images/application.png');
const world = await startWorld({ model: {} });
const browser = await chromium.launch(browserOptions);
try {
  const { api, site, stack } = world;
  await api.useSampleResume();
  const { id } = await api.createApplication();
  await api.finished(await api.start(id, { action: 'research_then_write', url: `${site.url}/about` }));

  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, colorScheme: 'light', locale: 'en-GB' });
  await page.goto(stack.url + pagePaths.application(id));
  // The letter stands there as one plain paragraph until the renderer has been loaded.
  await page
    .getByRole('paragraph')
    .filter({ hasText: /^Dear .+ team,$/ })
    .waitFor();
  await page.screenshot({ path: target });
  console.log(target);
} finally {
  await browser.close();
  await world.close();
}
