import { apiPaths, documentWithContentSchema } from '@coverwright/contracts';
import { useQuery } from '@tanstack/react-query';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestJson } from '../../../lib/request-json.ts';

/** One version with its text. A version never changes once written, so it is read once. */
export const useDocument = (id: string) =>
  useQuery({
    queryKey: cacheKeys.document(id),
    queryFn: ({ signal }) => requestJson(apiPaths.document(id), { schema: documentWithContentSchema, signal }),
    staleTime: Infinity,
  });
