import { apiPaths, applicationListSchema, type ListedApplication, type ListOf } from '@coverwright/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestJson } from '../../../lib/request-json.ts';

function fetchApplications(cursor: string | null, signal: AbortSignal): Promise<ListOf<ListedApplication>> {
  const query = cursor === null ? '' : `?${new URLSearchParams({ cursor })}`;
  return requestJson(`${apiPaths.applications}${query}`, { schema: applicationListSchema, signal });
}

/** Applications, newest activity first, a page at a time. */
export const useApplications = () =>
  useInfiniteQuery({
    queryKey: cacheKeys.applications,
    queryFn: ({ pageParam, signal }) => fetchApplications(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    select: ({ pages }) => pages.flatMap((page) => page.items),
  });
