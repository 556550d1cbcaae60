import { expect, test } from '@playwright/test';
import { apiPaths, pagePaths, type Application } from '@coverwright/contracts';
import { listenForComplaints, parts } from './page-parts.ts';
import { useWorld } from './use-world.ts';

const token = 'a token for the tests of the page';

test.describe('an instance with a token', () => {
  const world = useWorld(() => ({ model: {}, env: { AUTH_TOKEN: token } }));
  let complaints: string[] = [];

  test.beforeEach(({ context }) => {
    complaints = listenForComplaints(context);
  });

  /** As a script would. */
  const api = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const response = await fetch(world().stack.url + path, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return (await response.json()) as T;
  };
  const newApplication = async () => {
    const { sample } = await api<{ sample: string }>('GET', apiPaths.resume);
    await api('PUT', apiPaths.resume, { content: sample });
    return api<Application>('POST', apiPaths.applications, { company_name: 'Harrow & Finch', job_title: 'Senior Backend Engineer' });
  };

  test('asks for it once, leads on, and everything works, events included', async ({ page, context }, info) => {
    const { id } = await newApplication();
    const { url } = world().stack;
    await page.goto(url + pagePaths.application(id));
    await expect(page).toHaveURL(/\/login\?next=/);
    await page.screenshot({ path: info.outputPath('login.png') });
    await page.getByLabel('Access token').fill('not the token at all');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('alert')).toContainText('not the token of this instance');
    expect(complaints.splice(0).filter((complaint) => !/401/.test(complaint))).toEqual([]);

    const streaming = page.waitForResponse((response) => response.url().endsWith(apiPaths.applicationEvents(id)));
    await page.getByLabel('Access token').fill(token);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(url + pagePaths.application(id));
    expect((await streaming).status()).toBe(200);
    const { start, run, letter, chat, say } = parts(page);
    await start.click();
    await expect(run.getByRole('status')).toContainText('is ready');
    await expect(letter.getByRole('link', { name: 'Open document' })).toBeVisible();
    await say('hello');
    await expect(chat).toContainText('hello');
    const download = page.waitForEvent('download');
    await letter.getByRole('link', { name: 'PDF' }).click();
    expect((await download).suggestedFilename()).toMatch(/\.pdf$/);

    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
    expect(cookie?.value).not.toContain(token);
    expect(await page.evaluate<string>('document.cookie')).toBe('');
    const another = await context.newPage();
    await another.goto(url + pagePaths.list);
    await expect(another.getByRole('table', { name: 'Applications' })).toContainText('Harrow & Finch');
    expect(complaints).toEqual([]);
  });

  test('shows the queues and the description of the API behind the same guard, under policies of their own', async ({ page }) => {
    const { url } = world().stack;
    for (const path of [apiPaths.queues, apiPaths.docs]) {
      await page.context().clearCookies();
      await page.goto(url + path);
      await expect(page).toHaveURL(/\/login\?next=/);
      await page.getByLabel('Access token').fill(token);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page).toHaveURL(new RegExp(`${path}`));
      await expect(page.getByText(path === apiPaths.queues ? 'research' : '/api/applications/import').first()).toBeVisible();
    }
    expect(complaints).toEqual([]);
  });

  test('leads to the login page when the session has ended meanwhile, and out when asked to', async ({ page, context }) => {
    const { id } = await newApplication();
    const { url } = world().stack;
    await page.goto(url + pagePaths.list);
    await page.getByLabel('Access token').fill(token);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('table', { name: 'Applications' })).toBeVisible();
    await context.clearCookies();
    await page.getByRole('table', { name: 'Applications' }).getByRole('link').first().click();
    await expect(page).toHaveURL(/\/login\?next=%2Fapplications%2F/);
    await page.getByLabel('Access token').fill(token);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page).toHaveURL(/\/applications\/[\w-]+$/);
    await page.goto(url + pagePaths.application(id));
    await page.getByRole('button', { name: 'Sign out' }).click();
    await expect(page).toHaveURL(url + apiPaths.login);
    await page.goto(url + pagePaths.list);
    await expect(page).toHaveURL(/\/login\?next=/);
  });
});
