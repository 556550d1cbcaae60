import { expect, test, type Locator, type Page } from '@playwright/test';
import { apiPaths, pagePaths } from '@coverwright/contracts';
import { useWorld } from './use-world.ts';

test.describe('research on the page', () => {
  const world = useWorld(() => ({ model: null }));

  test('shows each page with how it was found and what came of it, and lets a person have the last word on notes', async ({
    page,
  }, info) => {
    const { site, api } = world();
    const shoot = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true });
    const id = await openApplication(page, { company_url: site.url, job_url: `${site.url}/gone` });
    const run = page.getByRole('region', { name: 'Run' });
    await page.getByRole('button', { name: 'Only research' }).click();
    await expect(run.getByRole('status')).toContainText('research notes added');

    await run.getByText('What was done').click();
    const rows = pagesOf(run);
    await expect(rows).toHaveCount(4);
    await expect(rows.nth(0)).toContainText(/gone.*failed.*the job posting link.*does not exist/s);
    await expect(rows.nth(1)).toContainText(/Harrow & Finch.*read.*the company website/s);
    await expect(rows.nth(2)).toContainText(/About Harrow & Finch.*read.*linked on the site/s);
    await expect(rows.nth(3)).toContainText(/Careers at Harrow & Finch.*read.*linked on the site/s);
    await shoot('1-sources');

    const notes = page.getByRole('region', { name: 'Research notes' });
    const about = notes.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'About Harrow & Finch', exact: true }) });
    await about.getByRole('button', { name: 'Pin: About Harrow & Finch' }).click();
    await expect(about).toContainText('pinned');
    await about.getByRole('button', { name: 'Do not use: About Harrow & Finch' }).click();
    await expect(about).toContainText('not used');
    await expect(about).not.toContainText('pinned');
    await about.getByRole('button', { name: 'Use again: About Harrow & Finch' }).click();
    await about.getByRole('button', { name: 'Edit: About Harrow & Finch' }).click();
    const box = about.getByRole('textbox', { name: 'Note text' });
    await box.fill((await box.inputValue()).replace('23 bus and tram operators', '24 bus and tram operators'));
    await about.getByRole('button', { name: 'Save note' }).click();
    await expect(about).toContainText('edited by you');
    await expect(about).not.toContainText('23 bus');
    await shoot('2-notes');

    const careers = notes.getByRole('button', { name: 'Delete: Careers at Harrow & Finch' });
    await careers.click();
    await notes.getByRole('button', { name: 'Keep: Careers at Harrow & Finch' }).click();
    await careers.click();
    await notes.getByRole('button', { name: 'Delete for good: Careers at Harrow & Finch' }).click();
    await expect(careers).toBeHidden();
    await page.reload();
    await expect(about).toContainText('edited by you');
    expect((await api.notes(id)).map(({ title }) => title).sort()).toEqual(['About Harrow & Finch', 'Harrow & Finch']);
  });

  test('says plainly when nothing could be read, beside the run and beside the letter', async ({ page }, info) => {
    const { site } = world();
    await openApplication(page, { company_url: `${site.url}/nothing-here`, job_url: `${site.url}/gone` });
    site.pages['/about'] = { body: '', status: 404 };
    site.pages['/careers'] = { body: '', status: 404 };
    await page.getByRole('button', { name: 'Research + Draft Cover Letter' }).click();
    const run = page.getByRole('region', { name: 'Run' });
    await expect(run.getByRole('status')).toContainText('Version 1 of the letter is ready');
    await expect(run.getByText('Nothing could be read.')).toBeVisible();
    await run.getByText('What was done').click();
    await expect(pagesOf(run)).toHaveCount(2);
    const letter = page.getByRole('region', { name: 'Cover letter' });
    await expect(letter).toContainText('Written without research.');
    await page.screenshot({ path: info.outputPath('nothing-read.png'), fullPage: true });
    await letter.getByRole('link', { name: 'Open document' }).click();
    await expect(page.getByRole('region', { name: 'Cover letter' })).toContainText('Written without research.');
  });

  const pagesOf = (run: Locator) => run.getByRole('list', { name: 'Pages of this run' }).getByRole('listitem');

  async function openApplication(page: Page, fields: { company_url: string; job_url: string }): Promise<string> {
    const { api, stack } = world();
    await api.useSampleResume();
    const { id } = await api.createApplication(fields);
    const streaming = page.waitForRequest((request) => request.url().endsWith(apiPaths.applicationEvents(id)));
    await page.goto(stack.url + pagePaths.application(id));
    await streaming;
    return id;
  }
});
