import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';
import { apiPaths, pagePaths } from '@coverwright/contracts';
import type { World } from './world.ts';

/** A new application with the sample resume, open in the page and listening to its events. */
export async function openApplication({ api, stack }: World, page: Page): Promise<string> {
  await api.useSampleResume();
  const { id } = await api.createApplication();
  const streaming = page.waitForRequest((request) => request.url().endsWith(apiPaths.applicationEvents(id)));
  await page.goto(stack.url + pagePaths.application(id));
  await streaming;
  return id;
}

export interface Parts {
  run: Locator;
  letter: Locator;
  chat: Locator;
  start: Locator;
  say: (text: string) => Promise<void>;
}

export function parts(page: Page): Parts {
  const chat = page.getByRole('region', { name: 'Chat' });
  return {
    run: page.getByRole('region', { name: 'Run' }),
    letter: page.getByRole('region', { name: 'Cover letter' }),
    chat,
    start: page.getByRole('button', { name: 'Research + Draft Cover Letter' }),
    say: async (text) => {
      await chat.getByRole('textbox', { name: 'Message' }).fill(text);
      await chat.getByRole('button', { name: 'Send' }).click();
      await expect(chat.getByRole('textbox', { name: 'Message' })).toHaveValue('');
    },
  };
}

/** Errors in the console, uncaught exceptions and failed answers, as they come. */
export function listenForComplaints(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
  context.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  return complaints;
}
