import { lazy, type ComponentType } from 'react';
import { views } from './views.ts';

/** Every view by its address. */
export const routes: [pattern: string, Page: ComponentType][] = views.map(({ pattern, load }) => [
  pattern,
  lazy(async () => ({ default: await load() })),
]);
