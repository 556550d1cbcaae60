import { apiPaths } from '@coverwright/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestJson } from '../../../lib/request-json.ts';

const pullModel = (model: string) => requestJson(apiPaths.pullModel, { schema: z.unknown(), method: 'POST', body: { model } });

/** Asks the model server to fetch a model; how far it is stands in the state of the system. */
export function usePullModel() {
  const client = useQueryClient();
  return useMutation({ mutationFn: pullModel, onSuccess: () => client.invalidateQueries({ queryKey: cacheKeys.system }) });
}

const cancelPull = (model: string) => requestJson(apiPaths.cancelPull, { schema: z.unknown(), method: 'POST', body: { model } });

/** Stops that; what is there already stays there. */
export function useCancelPull() {
  const client = useQueryClient();
  return useMutation({ mutationFn: cancelPull, onSettled: () => client.invalidateQueries({ queryKey: cacheKeys.system }) });
}
