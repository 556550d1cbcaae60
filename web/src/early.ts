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
function openFirstView(path: string, search: string): Promise<FirstView> | null {
  for (const { pattern, load, asks, letters } of views) {
    const params = matchPath(pattern, path);
    if (params === null) continue;
    const loading = load();
    for (const asked of [...(asks?.(params, search) ?? []), ...alwaysAsked]) void askEarly(asked);
    if (letters) void askNewestLetter(letters(params));
    return loading.then((Page) => ({ pattern, Page }));
  }
  return null;
}

/** The letter's text is wanted as soon as it is known which one is the newest. */
async function askNewestLetter(list: string): Promise<void> {
  const answer = await askEarly(list).catch(() => undefined);
  const { items = [] } = (answer?.body ?? {}) as { items?: { id: string }[] };
  if (items[0] !== undefined) void askEarly(apiPaths.document(items[0].id));
}

const opening = openFirstView(window.location.pathname, window.location.search);

/** The view that the page opens with; null where there is none, or it could not be fetched: then it is tried again, and said. */
export const firstView: Promise<FirstView | null> = opening?.catch(() => null) ?? Promise.resolve(null);
