import { apiPaths, documentDiffSchema } from '@coverwright/contracts';
import { useQuery } from '@tanstack/react-query';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestJson } from '../../../lib/request-json.ts';

/** What `id` says otherwise than `against`. Versions never change, so it is asked once. */
export const useDiff = (id: string, against: string) =>
  useQuery({
    queryKey: cacheKeys.documentDiff(id, against),
    queryFn: ({ signal }) => requestJson(apiPaths.documentDiff(id, against), { schema: documentDiffSchema, signal }),
    staleTime: Infinity,
  });
