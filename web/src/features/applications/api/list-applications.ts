import { apiPaths, applicationListSchema, type ListedApplication, type ListOf } from '@coverwright/contracts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestJson } from '../../../lib/request-json.ts';
import { toQuery, type ApplicationFilter } from '../application-filter.ts';

function fetchApplications(filter: ApplicationFilter, cursor: string | null, signal: AbortSignal): Promise<ListOf<ListedApplication>> {
  const query = toQuery(filter);
  if (cursor !== null) query.set('cursor', cursor);
  return requestJson(query.size === 0 ? apiPaths.applications : `${apiPaths.applications}?${query}`, {
    schema: applicationListSchema,
    signal,
  });
}

/** Applications, a page at a time. Until others are there, those of the filter before are shown. */
export const useApplications = (filter: ApplicationFilter) =>
  useInfiniteQuery({
    queryKey: cacheKeys.applicationList(filter),
    queryFn: ({ pageParam, signal }) => fetchApplications(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    select: ({ pages }) => pages.flatMap((page) => page.items),
    placeholderData: keepPreviousData,
  });
