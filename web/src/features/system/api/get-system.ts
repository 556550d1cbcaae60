import { apiPaths, systemSchema } from '@coverwright/contracts';
import { useQuery } from '@tanstack/react-query';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestJson } from '../../../lib/request-json.ts';

export const useSystem = () =>
  useQuery({
    queryKey: cacheKeys.system,
    queryFn: ({ signal }) => requestJson(apiPaths.system, { schema: systemSchema, signal }),
    refetchInterval: 60_000,
  });
