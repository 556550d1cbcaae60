import { apiPaths, orchestrationSchema } from '@coverwright/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestJson } from '../../../lib/request-json.ts';

const retryRun = (jobId: string) => requestJson(apiPaths.retry(jobId), { schema: orchestrationSchema, method: 'POST', body: {} });

export function useRetryRun(applicationId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: retryRun,
    onSettled: () => client.invalidateQueries({ queryKey: cacheKeys.liveApplication(applicationId) }),
  });
}
