import { apiPaths, orchestrateAnswerSchema, type OrchestrateRequest } from '@coverwright/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestJson } from '../../../lib/request-json.ts';

const startRun = (applicationId: string, body: OrchestrateRequest) =>
  requestJson(apiPaths.orchestrate(applicationId), { schema: orchestrateAnswerSchema, method: 'POST', body });

export function useStartRun(applicationId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: OrchestrateRequest) => startRun(applicationId, request),
    // Also after a refusal: another tab may have started the run that is in the way.
    onSettled: () => client.invalidateQueries({ queryKey: cacheKeys.liveApplication(applicationId) }),
  });
}
