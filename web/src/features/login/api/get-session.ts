import { apiPaths, sessionSchema } from '@coverwright/contracts';
import { useQuery } from '@tanstack/react-query';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestJson } from '../../../lib/request-json.ts';

/** Stays as it is for as long as the gateway runs. */
export const useSession = () =>
  useQuery({
    queryKey: cacheKeys.session,
    queryFn: ({ signal }) => requestJson(apiPaths.session, { schema: sessionSchema, signal }),
    staleTime: Infinity,
  });
