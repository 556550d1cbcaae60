import type { ListedApplication } from '@coverwright/contracts';
import type { QueryClient } from '@tanstack/react-query';
import { cacheKeys } from '../../lib/cache-keys.ts';
import type { CachedPages } from './move-in-pages.ts';

/** An application that some list has already read. */
export function findListed(client: QueryClient, id: string): ListedApplication | undefined {
  return client
    .getQueriesData<CachedPages>({ queryKey: cacheKeys.applicationLists })
    .flatMap(([, list]) => list?.pages ?? [])
    .flatMap(({ items }) => items)
    .find((item) => item.id === id);
}
