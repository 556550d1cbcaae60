import { apiPaths, documentWithContentSchema } from '@coverwright/contracts';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestJson } from '../../../lib/request-json.ts';

/** One version with its text. A version never changes once written, so it is read once. */
export const documentQuery = (id: string) =>
  queryOptions({
    queryKey: cacheKeys.document(id),
    queryFn: ({ signal }) => requestJson(apiPaths.document(id), { schema: documentWithContentSchema, signal }),
    staleTime: Infinity,
  });

export const useDocument = (id: string) => useQuery(documentQuery(id));
