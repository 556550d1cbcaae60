import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { apiPaths, pagePaths } from '@coverwright/contracts';
import { listenForComplaints, openApplication, parts } from './page-parts.ts';
import { useWorld } from './use-world.ts';

test.describe('every view', () => {
  const world = useWorld(() => ({ model: {} }));
  let complaints: string[] = [];

  test.beforeEach(({ context }) => {
    complaints = listenForComplaints(context);
  });
  test.afterEach(() => expect(complaints).toEqual([]));

  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  test('has nothing that axe objects to, light and dark, with dialogs open, on a phone and on a wide screen', async ({ page }, info) => {
    test.setTimeout(180_000);
    const { api, site, stack } = world();
    await page.goto(stack.url);
    await button(page, 'Use the sample resume').waitFor();
    const check = async (name: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.flatMap(({ id, nodes }) =>
          nodes.map(({ target, failureSummary }) => `${id} ${target.join()} ${failureSummary ?? ''}`),
        );
        expect.soft(found, `${name}, ${colorScheme}`).toEqual([]);
      }
      for (const width of [360, 1920]) {
        await page.setViewportSize({ width, height: 900 });
        await page.screenshot({ path: info.outputPath(`${name}-${width}.png`) });
        const overflows = await page.evaluate<boolean>('document.documentElement.scrollWidth > window.innerWidth');
        expect.soft(overflows, `${name} is wider than ${width} px`).toBe(false);
      }
      await page.setViewportSize({ width: 1280, height: 900 });
    };
    await check('start');

    const id = await openApplication(world(), page);
    await check('application-empty');
    await api.finished(await api.start(id, { action: 'research_then_write', url: `${site.url}/about` }));
    const { letter } = parts(page);
    await letter.getByRole('button', { name: 'Tramline' }).first().focus();
    await expect(letter.getByRole('note')).toBeVisible();
    await check('application');
    await letter.getByText('Checks:').click();
    await letter.getByRole('button', { name: 'Edit letter' }).click();
    await expect(letter.getByRole('textbox', { name: 'Letter text' })).toBeFocused();
    await check('editor');
    await button(page, 'Delete …').click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await check('delete');
    await button(page, 'Keep it').click();
    await letter.getByRole('button', { name: 'Discard changes' }).click();
    await letter.getByRole('link', { name: 'Open document' }).click();
    await expect(page.getByRole('region', { name: 'Where each sentence comes from' })).toBeVisible();
    await check('document');

    await page.getByRole('link', { name: 'Applications', exact: true }).click();
    await expect(page.getByRole('table', { name: 'Applications' })).toContainText('Harrow & Finch');
    await check('table');
    await button(page, 'New application').click();
    await expect(page.getByRole('dialog', { name: 'A new application' })).toBeVisible();
    await check('new-application');
    await page.keyboard.press('Escape');
    await button(page, 'Board').click();
    await expect(page.getByRole('region', { name: 'saved' })).toContainText('Harrow & Finch');
    await check('board');
    await page.getByRole('link', { name: 'Your resume' }).click();
    await expect(page.getByRole('textbox', { name: 'Base resume' })).toBeVisible();
    await check('resume');
    await page.getByRole('link', { name: 'System', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Queue' })).toContainText('research');
    await check('system');
    await button(page, 'Delete all applications …').click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await check('delete-all');
    await page.goto(`${stack.url}/nowhere`);
    await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
    await check('nowhere');
  });

  test('a view asks the gateway for nothing twice while it opens', async ({ page }) => {
    const { api, stack } = world();
    const { id } = await api.createApplication();
    await api.finished(await api.start(id, { action: 'write_only' }));
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(stack.url + pagePaths.application(id));
    await parts(page).letter.getByText('Dear').waitFor();
    expect(asked).toEqual([...new Set(asked)]);
    asked.length = 0;
    await page.goto(stack.url);
    await page.getByRole('table', { name: 'Applications' }).waitFor();
    expect(asked).toEqual([...new Set(asked)]);
    await api.send('DELETE', apiPaths.application(id));
  });

  test('the board is worked by keyboard alone, and keeps statuses of one’s own', async ({ page }) => {
    const { api, stack } = world();
    for (const company_name of ['Fernhill Optics', 'Quay Street Bakery']) await api.createApplication({ company_name });
    await page.goto(`${stack.url}/?view=board&q=qu`);
    const column = (name: string) => page.getByRole('region', { name, exact: true });
    const bakery = page.getByRole('link', { name: 'Quay Street Bakery' });
    await expect(column('saved').getByRole('link')).toHaveText(['Quay Street Bakery']);

    await page.getByRole('searchbox', { name: 'Search applications' }).fill('');
    await expect(column('saved')).toContainText('Fernhill Optics');
    await tabTo(page, 'Quay Street Bakery');
    await page.keyboard.press('Shift+ArrowRight');
    await expect(column('applied').getByRole('link')).toHaveText(['Quay Street Bakery']);
    await expect(bakery).toBeFocused();
    await page.keyboard.press('Shift+ArrowRight');
    await expect(column('interviewing')).toContainText('Quay Street Bakery');
    await expect(bakery).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await expect(column('saved').getByRole('link').first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(column('saved').getByRole('link').nth(1)).toBeFocused();

    await page.getByRole('combobox', { name: 'Status of Fernhill Optics' }).selectOption('own word …');
    await page.keyboard.type('second round');
    await page.keyboard.press('Enter');
    await expect(column('second round')).toContainText('Fernhill Optics');
    await page.reload();
    await expect(column('second round')).toContainText('Fernhill Optics');
    await expect(column('interviewing')).toContainText('Quay Street Bakery');
    await page.getByRole('link', { name: 'Fernhill Optics' }).dragTo(column('ghosted'));
    await expect(column('ghosted')).toContainText('Fernhill Optics');
    await expect(column('second round')).toBeHidden();
  });

  test('the table is searched, sorted and filtered, and the back button undoes it', async ({ page }) => {
    const { api, stack } = world();
    for (const company_name of ['Zephyr Sails', 'abacus Works']) await api.createApplication({ company_name, status: 'withdrawn' });
    await page.goto(stack.url);
    const table = page.getByRole('table', { name: 'Applications' });
    const names = table
      .getByRole('row')
      .getByRole('link')
      .filter({ hasText: /Zephyr|abacus/ });
    await expect(names).toHaveText(['abacus Works', 'Zephyr Sails']);
    await page.getByRole('combobox', { name: 'Show' }).selectOption({ label: 'withdrawn (2)' });
    await expect(table.getByRole('row')).toHaveCount(3);
    await page.getByRole('combobox', { name: 'Status of Zephyr Sails' }).selectOption('offer');
    await expect(table.getByRole('row')).toHaveCount(2);
    await page.goBack();
    await expect(names).toHaveText(['Zephyr Sails', 'abacus Works']);
    await page.getByRole('button', { name: 'Company' }).click();
    await expect(names).toHaveText(['abacus Works', 'Zephyr Sails']);
    await page.getByRole('searchbox', { name: 'Search applications' }).fill('no such thing');
    await expect(page.getByText('Nothing fits that')).toBeVisible();
    await button(page, 'Show all applications').click();
    await expect(names).toHaveCount(2);
    await names.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await expect(names.first()).toBeFocused();
  });

  test('a run goes on, and is seen to, when the gateway dies under the page', async ({ page }) => {
    const { site, stack } = world();
    await openApplication(world(), page);
    const { run, letter, start } = parts(page);
    const held = site.hold('/careers');
    await page.getByRole('textbox', { name: 'URL to research (optional)' }).fill(`${site.url}/careers`);
    await start.click();
    await held.asked;
    const back = stack.killAndAwait('gateway');
    await expect(page.getByText('The live connection is lost.')).toBeVisible();
    await back;
    held.release();
    await expect(run.getByRole('status')).toContainText('Version 1 of the letter is ready');
    await expect(letter).toContainText('Harrow & Finch');
    await expect(page.getByText('The live connection is lost.')).toBeHidden();
    // A browser says by itself that nobody answered; nothing else may have gone wrong.
    expect(complaints.splice(0).filter((complaint) => !complaint.includes('net::ERR_'))).toEqual([]);
  });

  test('asks for notifications by a click only, and the title says how far a run is', async ({ page }) => {
    const { site } = world();
    await page.addInitScript({
      content: "window.asked = 0; Notification.requestPermission = async () => { window.asked += 1; return 'denied'; };",
    });
    await openApplication(world(), page);
    const { run, start } = parts(page);
    const held = site.hold('/careers');
    await page.getByRole('textbox', { name: 'URL to research (optional)' }).fill(`${site.url}/careers`);
    await start.click();
    await held.asked;
    await expect(page).toHaveTitle(/^\d+ % · Harrow & Finch/);
    const asked = () => page.evaluate('window.asked');
    expect(await asked()).toBe(0);
    await run.getByRole('button', { name: 'Notify me when it is over' }).click();
    expect(await asked()).toBe(1);
    held.release();
    await expect(page).toHaveTitle(/^Letter ready · /);
  });

  test('on a phone the parts are tabs, and on paper there is the letter alone', async ({ page }) => {
    const { api } = world();
    await page.setViewportSize({ width: 360, height: 780 });
    const id = await openApplication(world(), page);
    const { letter, chat, start } = parts(page);
    await expect(start).toBeVisible();
    await expect(chat).toBeHidden();
    await page.getByRole('tab', { name: 'Letter' }).focus();
    await page.keyboard.press('End');
    await expect(page.getByRole('tab', { name: 'Chat' })).toBeFocused();
    await chat.getByRole('textbox', { name: 'Message' }).fill('Half a sen');
    await page.reload();
    await expect(chat).toBeVisible();
    await page.getByRole('tab', { name: 'Letter' }).click();
    await api.finished(await api.start(id, { action: 'write_only' }));
    await expect(letter).toContainText('Dear Harrow & Finch team');
    await page.emulateMedia({ media: 'print' });
    await expect(letter.getByText('Dear Harrow & Finch team')).toBeVisible();
    for (const gone of [start, page.getByRole('navigation'), letter.getByRole('link', { name: 'Open document' })])
      await expect(gone).toBeHidden();
  });

  test('a view whose code cannot be fetched says so, and the way elsewhere is open', async ({ page }) => {
    const { stack } = world();
    await page.route('**/assets/system-page-*', (route) => route.abort());
    await page.goto(stack.url + pagePaths.resume);
    await page.getByRole('link', { name: 'System', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('This view could not be shown');
    await page.getByRole('link', { name: 'Your resume' }).click();
    await expect(page.getByRole('heading', { name: 'Your resume', level: 1 })).toBeVisible();
    expect(complaints.splice(0).length).toBeGreaterThan(0);
  });
});

/** Presses Tab until the focus is on the element of that name. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if ((await page.locator(':focus').textContent())?.trim() === name) return;
  }
  throw new Error(`Sixty presses of Tab do not lead to ${name}.`);
}
