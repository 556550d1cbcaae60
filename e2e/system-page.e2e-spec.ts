import { expect, test, type Page } from '@playwright/test';
import { apiPaths, pagePaths } from '@coverwright/contracts';
import { listenForComplaints } from './page-parts.ts';
import { useWorld } from './use-world.ts';

test.describe('the system on the page', () => {
  const world = useWorld(() => ({ model: {} }));
  let complaints: string[] = [];

  test.beforeEach(({ context }) => {
    complaints = listenForComplaints(context);
  });
  test.afterEach(() => expect(complaints).toEqual([]));

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  test('the system says what writes and waits, and deletes an application with all it owns', async ({ page }) => {
    const { api, stack } = world();
    const { id } = await api.createApplication({ company_name: 'Short Lived Ltd' });
    await page.goto(stack.url + pagePaths.system);
    await expect(page.getByRole('region', { name: 'Engine' })).toContainText('good:3b');
    await expect(page.getByRole('region', { name: 'Storage' })).toContainText('SQLite');
    await page.getByRole('textbox', { name: 'Model to fetch' }).fill('good:7b');
    await button(page, 'Fetch the model').click();
    await expect(page.getByRole('list', { name: 'Models on their way' })).toContainText('good:7bready');
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Export everything' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.zip$/);
    await page.goto(stack.url + pagePaths.application(id));
    await button(page, 'Delete …').click();
    await page.getByRole('button', { name: 'Delete for good' }).click();
    await expect(page.getByRole('heading', { name: 'Applications', level: 1 })).toBeVisible();
    await expect(page.getByText('Short Lived Ltd')).toBeHidden();
    expect((await api.send('GET', apiPaths.application(id))).status).toBe(404);
  });

  test('everything is taken along as an archive, deleted, and brought back by it', async ({ page }) => {
    const { api, stack } = world();
    const { id } = await api.createApplication({ company_name: 'Carried Along Ltd' });
    await page.goto(stack.url + pagePaths.system);
    const data = page.getByRole('region', { name: 'Your data' });
    const download = page.waitForEvent('download');
    await data.getByRole('link', { name: 'Export everything' }).click();
    const archive = await (await download).path();
    const put = () => data.getByLabel(/An export, into an instance/).setInputFiles(archive);
    await put();
    await expect(data.getByRole('alert')).toContainText('There is something here already');
    expect(complaints.splice(0).filter((complaint) => !complaint.includes('409'))).toEqual([]);

    await data.getByRole('button', { name: 'Delete all applications …' }).click();
    await page.getByRole('textbox', { name: 'Type “delete” to go on' }).fill('delete');
    await page.getByRole('button', { name: 'Delete all for good' }).click();
    await expect(data.getByRole('status').filter({ hasText: 'deleted.' })).toBeVisible();
    expect((await api.send('GET', apiPaths.application(id))).status).toBe(404);
    await put();
    await expect(data.getByText('Everything of the archive is here now.')).toBeVisible();
    await page.getByRole('link', { name: 'Applications', exact: true }).click();
    await expect(page.getByRole('link', { name: 'Carried Along Ltd' })).toBeVisible();
  });

  test('colours are chosen, and hold when the page is opened again', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(world().stack.url + pagePaths.system);
    const ground = () => page.evaluate<string>('getComputedStyle(document.documentElement).backgroundColor');
    const light = await ground();
    const colours = page.getByRole('button', { name: 'Colours' });
    await colours.click();
    await expect(colours).toHaveAccessibleName('Colours: light');
    await colours.click();
    await expect(colours).toHaveAccessibleName('Colours: dark');
    const dark = await ground();
    expect(dark).not.toBe(light);
    // Before the page's own code has come: what is painted first is painted in the colours that were chosen.
    await page.route('**/assets/base-*.js', () => undefined);
    await page.reload({ waitUntil: 'commit' });
    await expect.poll(ground).toBe(dark);
    await page.unroute('**/assets/base-*.js');
    await page.reload();
    await colours.click();
    await expect(colours).toHaveAccessibleName('Colours: as the system');
    expect(await ground()).toBe(light);
  });
});
