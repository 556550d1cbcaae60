import { views } from './app/views.ts';
import { matchPath } from './lib/router/match-path.ts';

// Runs before the base is there, and fetches what the address will need beside it. What fails here is asked for again, and said, by the view.
const view = views.find(({ pattern }) => matchPath(pattern, window.location.pathname) !== null);
for (const fetching of [view?.load(), ...(view?.ahead?.() ?? [])]) fetching?.catch(() => undefined);
