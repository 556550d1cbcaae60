import { apiPaths } from '@coverwright/contracts';
import type { ComponentType } from 'react';
import { alwaysAsked, views } from './app/views.ts';
import { askEarly } from './lib/early-answers.ts';
import { matchPath } from './lib/router/match-path.ts';

export interface FirstView {
  pattern: string;
  Page: ComponentType;
}

/** Runs before the base is there: fetches the code of the view that the address names, and what it will ask, beside the base. */
function openFirstView(path: string, search: string): { view: Promise<FirstView>; answers: Promise<unknown> } | null {
  for (const { pattern, load, asks, letters } of views) {
    const params = matchPath(pattern, path);
    if (params === null) continue;
    const loading = load();
    const asking: Promise<unknown>[] = [...(asks?.(params, search) ?? []), ...alwaysAsked].map(askEarly);
    if (letters) asking.push(askNewestLetter(letters(params)));
    return { view: loading.then((Page) => ({ pattern, Page })), answers: Promise.allSettled(asking) };
  }
  return null;
}

/** The letter's text is wanted as soon as it is known which one is the newest. */
async function askNewestLetter(list: string): Promise<unknown> {
  const { body } = await askEarly(list);
  const { items = [] } = (body ?? {}) as { items?: { id: string }[] };
  return items[0] && askEarly(apiPaths.document(items[0].id));
}

const opening = openFirstView(window.location.pathname, window.location.search);

/** The view that the page opens with; null where there is none, or it could not be fetched: then it is tried again, and said. */
export const firstView: Promise<FirstView | null> = opening?.view.catch(() => null) ?? Promise.resolve(null);

/** Resolves when everything that was asked for it has been answered, or was not. */
export const firstAnswers: Promise<unknown> = opening?.answers ?? Promise.resolve();
