import { expect, test, type Page } from '@playwright/test';
import { pagePaths } from '@coverwright/contracts';
import { listenForComplaints, openApplication, parts } from './page-parts.ts';
import { useWorld } from './use-world.ts';

test.describe('the page', () => {
  const world = useWorld(() => ({ model: { tokensPerSecond: 200 } }));
  let complaints: string[] = [];

  test.beforeEach(({ context }) => {
    complaints = listenForComplaints(context);
  });
  test.afterEach(() => expect(complaints).toEqual([]));

  test('leads a newcomer from no resume to a second version of the letter', async ({ page }, info) => {
    const { site, stack } = world();
    const shoot = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true });
    await page.goto(stack.url);
    const steps = page.getByRole('list', { name: 'Three steps to the first letter' });
    await expect(steps.getByRole('heading')).toHaveText(['Your resume', 'Who writes', 'Your first application']);
    await expect(steps).toContainText('A model was found and will write: good:3b.');
    await shoot('1-first-visit');
    await steps.getByRole('button', { name: 'Use the sample resume' }).click();
    await expect(steps).toContainText('The sample resume is in place');

    await page.getByRole('button', { name: 'New application' }).click();
    await page.getByRole('textbox', { name: 'Company', exact: true }).fill('Harrow & Finch');
    await page.getByRole('textbox', { name: 'Job title' }).fill('Senior Backend Engineer');
    await page.getByRole('textbox', { name: 'Company website' }).fill(site.url);
    await page.getByRole('textbox', { name: 'Job posting link' }).fill(`${site.url}/careers`);
    await page.getByRole('textbox', { name: 'Job description' }).fill('You improve how timetable data reaches passenger displays.');
    await shoot('2-new-application');
    await page.getByRole('button', { name: 'Create application' }).click();
    await page.waitForURL('**/applications/*');
    await expect(page.getByRole('heading', { name: 'Harrow & Finch', level: 1 })).toBeVisible();

    const { run, letter, start } = parts(page);
    const held = site.hold('/about');
    await page.getByRole('textbox', { name: 'URL to research (optional)' }).fill(`${site.url}/about`);
    await start.click();
    await held.asked;
    const bar = run.getByRole('progressbar');
    const step = (text: string) => run.getByRole('list', { name: 'Steps of the run' }).getByRole('listitem').filter({ hasText: text });
    await expect(step('now: Researching')).toBeVisible();
    const early = Number(await bar.getAttribute('aria-valuenow'));
    await shoot('3-researching');
    held.release();
    await expect(step('now: Writing the letter')).toBeVisible();
    await expect(step('done: Research').getByRole('listitem').first()).toContainText('facts found');
    expect(Number(await bar.getAttribute('aria-valuenow'))).toBeGreaterThan(early);
    await expect(letter).toContainText('Being written');
    await shoot('4-writing');
    await expect(run.getByRole('status')).toContainText('Version 1 of the letter is ready');
    await expect(bar).toBeHidden();
    await expect(letter).toContainText('Version 1, written by good:3b');
    await expect(letter).toContainText('Harrow & Finch');
    await expect(letter).not.toContainText('Being written');
    await shoot('5-letter');

    await letter.getByRole('link', { name: 'Open document' }).click();
    await expect(page.getByRole('heading', { name: /, version 1$/, level: 1 })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Where each sentence comes from' })).toContainText('Your resume');
    await shoot('6-document');
    await page.goBack();

    await start.click();
    await expect(run.getByRole('status')).toContainText('Version 2 of the letter is ready');
    await expect(letter).toContainText('Version 2, written by');
    const versions = letter.getByRole('combobox', { name: 'Version' });
    await expect(versions.getByRole('option')).toHaveText([/^2/, /^1/]);
    await versions.selectOption({ index: 1 });
    await expect(letter).toContainText('Version 1, written by');
    await shoot('7-two-versions');

    await page.goto(stack.url);
    await page.getByRole('table', { name: 'Applications' }).getByRole('link', { name: 'Harrow & Finch' }).click();
    await expect(letter).toContainText('Version 2, written by');
  });

  test('starts a run from the chat, answers meanwhile and says with a link when the letter is there', async ({ page }, info) => {
    const { api, site } = world();
    const id = await openNewApplication(page);
    const { chat, run, say } = parts(page);
    const held = site.hold('/about');
    await say(`Research this company and then draft a cover letter ${site.url}/about`);
    await expect(chat).toContainText('Starting research and drafting. I will update you when done.');
    await held.asked;
    await expect(run.getByRole('progressbar')).toBeVisible();
    await say('How far are you?');
    await expect(chat).toContainText('Busy researching');
    held.release();
    await expect(chat).toContainText('Your cover letter is ready: version 1.');
    await page.screenshot({ path: info.outputPath('chat.png'), fullPage: true });
    await chat.getByRole('link', { name: 'Read version 1' }).click();
    const [row] = await api.documents(id);
    await expect(page).toHaveURL(world().stack.url + pagePaths.document(id, row?.id ?? ''));
    await expect(page.getByRole('region', { name: 'Cover letter' })).toContainText('Harrow & Finch');
  });

  test('shows a run that is under way after a reload and in a second window', async ({ page, context }) => {
    const { api, site, stack } = world();
    const id = await openNewApplication(page);
    const held = site.hold('/careers');
    const jobId = await api.start(id, { action: 'research_then_write', url: `${site.url}/careers` });
    await held.asked;
    await expect(parts(page).run.getByRole('progressbar')).toBeVisible();
    await page.reload();
    const second = await context.newPage();
    await second.goto(stack.url + pagePaths.application(id));
    for (const view of [page, second]) await expect(parts(view).run.getByRole('progressbar')).toBeVisible();
    held.release();
    for (const view of [page, second]) {
      await expect(parts(view).run.getByRole('status')).toContainText('Version 1 of the letter is ready');
      await expect(parts(view).letter).toContainText('Harrow & Finch');
    }
    expect(await api.run(jobId)).toMatchObject({ status: 'success' });
  });

  test('cancels a run, says why one failed, and retries both', async ({ page }) => {
    const { site } = world();
    await openNewApplication(page);
    const { run, letter, start } = parts(page);
    const held = site.hold('/careers');
    await page.getByRole('textbox', { name: 'URL to research (optional)' }).fill(`${site.url}/careers`);
    await start.click();
    await held.asked;
    await run.getByRole('button', { name: 'Cancel' }).click();
    await expect(run.getByRole('status')).toContainText('The run was cancelled.');
    held.release();
    await run.getByRole('button', { name: 'Retry' }).click();
    await expect(run.getByRole('status')).toContainText('Version 1 of the letter is ready');

    await page.getByRole('textbox', { name: 'URL to research (optional)' }).fill(`${site.url}/opens-soon`);
    await start.click();
    await expect(run.getByRole('alert')).toContainText('/opens-soon');
    site.pages['/opens-soon'] = { body: '<h1>Opening</h1><p>Harrow &amp; Finch opens an office in Leeds.</p>' };
    await run.getByRole('button', { name: 'Retry' }).click();
    await expect(run.getByRole('status')).toContainText('Version 2 of the letter is ready');
    await expect(letter).toContainText('Version 2');
  });

  test('makes an application of a pasted link and asks for what the posting does not say', async ({ page }, info) => {
    const { api, site, stack } = world();
    await api.useSampleResume();
    const posting = { '@type': 'JobPosting', title: 'Tram Planner', employmentType: 'FULL_TIME', jobLocation: { address: 'Leeds' } };
    const description = '<p>You will plan trams.</p><ul><li>Count passengers</li></ul>';
    site.pages['/jobs/8'] = { body: `<script type="application/ld+json">${JSON.stringify({ ...posting, description })}</script>` };
    await page.goto(stack.url);
    await page.getByRole('button', { name: 'New application' }).click();
    const link = page.getByRole('textbox', { name: 'Paste a link' });

    await link.fill(`${site.url}/about`);
    await link.press('Enter');
    await expect(page.getByRole('alert')).toContainText('does not read like a job posting');
    await expect(page.getByRole('textbox', { name: 'Job posting link' })).toHaveValue(`${site.url}/about`);
    expect(complaints.splice(0).join()).toContain('422');

    const held = site.hold('/jobs/7');
    await link.fill(`${site.url}/jobs/7`);
    await link.press('Enter');
    await held.asked;
    await expect(page.getByRole('status')).toContainText('Reading the posting');
    await page.screenshot({ path: info.outputPath('1-reading.png') });
    await page.getByRole('textbox', { name: 'Company', exact: true }).fill('Typed meanwhile');
    await page.getByRole('button', { name: 'Stop reading' }).click();
    held.release();
    await expect(page.getByRole('textbox', { name: 'Company', exact: true })).toHaveValue('Typed meanwhile');

    await link.fill(`${site.url}/jobs/8`);
    await page.getByRole('button', { name: 'Read the posting' }).click();
    const company = page.getByRole('textbox', { name: 'Company', exact: true });
    await expect(page.getByRole('status')).toContainText('Not found on the page: company, company website, remote and salary.');
    await expect(company).toBeFocused();
    await expect(page.getByRole('textbox', { name: 'Job title' })).toHaveValue('Tram Planner');
    await expect(page.getByRole('textbox', { name: 'Job description' })).toHaveValue('You will plan trams.\n\n• Count passengers');
    await page.screenshot({ path: info.outputPath('2-imported.png') });
    await page.getByRole('button', { name: 'Save and open' }).click();
    await expect(page.getByText('Company must not be empty.')).toBeVisible();
    await company.fill('Harrow & Finch');
    await page.getByRole('textbox', { name: 'Salary' }).fill('£40,000');
    await company.press('Enter');
    await page.waitForURL('**/applications/*');
    await expect(page.getByRole('heading', { name: 'Harrow & Finch', level: 1 })).toBeVisible();
    await expect(page.getByText('Leeds · full-time · £40,000')).toBeVisible();
    await page.screenshot({ path: info.outputPath('3-application.png') });
  });

  test('keeps an edited letter as the next version', async ({ page }) => {
    const { api } = world();
    const id = await openNewApplication(page);
    await api.finished(await api.start(id, { action: 'write_only' }));
    const { letter } = parts(page);
    await letter.getByRole('button', { name: 'Edit letter' }).click();
    const box = letter.getByRole('textbox');
    await box.fill(`${await box.inputValue()}\nP.S. I can start in May.\n`);
    await letter.getByRole('button', { name: 'Save version' }).click();
    await expect(letter).toContainText('Version 2, edited by you');
    await expect(letter).toContainText('P.S. I can start in May.');
    expect((await api.documents(id)).map(({ generator }) => generator)).toEqual(['person', 'ollama:good:3b']);
  });

  const openNewApplication = (page: Page) => openApplication(world(), page);
});
