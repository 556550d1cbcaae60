import { apiPaths, applicationSchema, type ListedApplication } from '@coverwright/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestJson } from '../../../lib/request-json.ts';
import type { ApplicationFilter } from '../application-filter.ts';
import { moveInPages, type CachedPages } from '../move-in-pages.ts';

interface Move {
  application: ListedApplication;
  status: string;
}

const moveApplication = ({ application, status }: Move) =>
  requestJson(apiPaths.application(application.id), { schema: applicationSchema, method: 'PATCH', body: { status } });

/** Gives an application another status. Lists show it at once, and take it back when it could not be saved. */
export function useMoveApplication() {
  const client = useQueryClient();
  const lists = { queryKey: cacheKeys.applicationLists };
  return useMutation({
    mutationFn: moveApplication,
    onMutate: async ({ application, status }) => {
      await client.cancelQueries({ queryKey: cacheKeys.applications });
      const before = client.getQueriesData<CachedPages>(lists);
      for (const [key, pages] of before) {
        const filter = key[2] as ApplicationFilter;
        if (pages) client.setQueryData(key, moveInPages(pages, filter.status, { ...application, status }));
      }
      return before;
    },
    onError: (_error, _move, before) => before?.forEach(([key, pages]) => client.setQueryData(key, pages)),
    onSettled: () => client.invalidateQueries({ queryKey: cacheKeys.applications }),
  });
}
