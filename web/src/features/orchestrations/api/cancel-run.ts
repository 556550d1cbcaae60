import { apiPaths, orchestrationSchema } from '@coverwright/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestJson } from '../../../lib/request-json.ts';

const cancelRun = (jobId: string) => requestJson(apiPaths.cancel(jobId), { schema: orchestrationSchema, method: 'POST', body: {} });

export function useCancelRun(applicationId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: cancelRun,
    onSettled: () => client.invalidateQueries({ queryKey: cacheKeys.liveApplication(applicationId) }),
  });
}
