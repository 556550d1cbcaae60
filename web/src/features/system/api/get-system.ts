import { apiPaths } from '@coverwright/contracts';
import { useQuery } from '@tanstack/react-query';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestJson } from '../../../lib/request-json.ts';
import { isPulling, systemWithPullsSchema } from '../model-pulls.ts';

const usualPauseMs = 60_000;
const pullingPauseMs = 1000;

/** How the instance is; asked every second while a model is on its way, or at the pace that a view wants. */
export const useSystem = (pauseMs = usualPauseMs) =>
  useQuery({
    queryKey: cacheKeys.system,
    queryFn: ({ signal }) => requestJson(apiPaths.system, { schema: systemWithPullsSchema, signal }),
    refetchInterval: ({ state }) => (state.data && isPulling(state.data) ? pullingPauseMs : pauseMs),
  });
