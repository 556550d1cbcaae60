import { apiPaths, applicationStatusListSchema } from '@coverwright/contracts';
import { useQuery } from '@tanstack/react-query';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestJson } from '../../../lib/request-json.ts';

/** How many applications have each status that is in use. */
export const useStatusCounts = () =>
  useQuery({
    queryKey: cacheKeys.applicationStatuses,
    queryFn: ({ signal }) => requestJson(apiPaths.applicationStatuses, { schema: applicationStatusListSchema, signal }),
    select: ({ items }) => items,
  });
