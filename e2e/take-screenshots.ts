/** Writes the pictures of the page that the documentation shows: `node e2e/take-screenshots.ts`. */
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { pagePaths } from '@coverwright/contracts';
import { browserOptions } from './browser-options.ts';
import { parts } from './page-parts.ts';
import { root } from './run-process.ts';
import { startWorld } from './world.ts';

const others = [
  ['Fernhill Optics', 'Lens Technician', 'applied'],
  ['Quay Street Bakery', 'Head Baker', 'interviewing'],
  ['Aldous & Byrne', 'Paralegal', 'ghosted'],
  ['Tessellate', 'Data Engineer', 'offer'],
  ['Riverside Waterworks', 'Programme Coordinator', 'saved'],
];

const world = await startWorld({ model: { tokensPerSecond: 60 } });
const browser = await chromium.launch(browserOptions);

const shoot = async (page: Page, name: string): Promise<void> => {
  const path = join(root, 'docs/images', `${name}.png`);
  await page.screenshot({ path, animations: 'disabled' });
  console.log(path);
};

try {
  const { api, site, stack } = world;
  const open = (width: number, colorScheme: 'light' | 'dark' = 'light') =>
    browser.newPage({ viewport: { width, height: width > 1600 ? 1080 : 900 }, colorScheme, locale: 'en-GB' });
  const page = await open(1280);
  await page.goto(stack.url);
  await page.getByRole('button', { name: 'Use the sample resume' }).waitFor();
  await shoot(page, 'start');

  await api.useSampleResume();
  for (const [company_name = '', job_title = '', status = ''] of others) await api.createApplication({ company_name, job_title, status });
  const { id } = await api.createApplication({ company_url: site.url, job_url: `${site.url}/careers`, location: 'Leeds' });
  await page.goto(stack.url + pagePaths.application(id));
  const { letter, run, start } = parts(page);
  await start.click();
  await letter.getByText('Being written').waitFor();
  await shoot(page, 'run');
  await run.getByRole('status').filter({ hasText: 'Version 1' }).waitFor();

  const wide = await open(1920);
  await wide.goto(stack.url + pagePaths.application(id));
  const sentence = parts(wide).letter.getByRole('button', { name: 'Tramline' }).first();
  await sentence.hover();
  await parts(wide).letter.getByRole('note').waitFor();
  await shoot(wide, 'application');

  await page.goto(stack.url);
  await page.getByRole('table', { name: 'Applications' }).waitFor();
  await shoot(page, 'table');
  await page.getByRole('button', { name: 'Board' }).click();
  await page.getByRole('link', { name: 'Tessellate' }).waitFor();
  await shoot(page, 'board');
  await page.goto(stack.url + pagePaths.system);
  await page.getByRole('region', { name: 'Queue' }).waitFor();
  await shoot(page, 'system');

  const phone = await open(390, 'dark');
  await phone.goto(stack.url + pagePaths.application(id));
  await parts(phone).letter.getByText('Dear Harrow & Finch team').waitFor();
  await shoot(phone, 'phone');
} finally {
  await browser.close();
  await world.close();
}
