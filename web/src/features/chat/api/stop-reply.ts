import { apiPaths, stopMessageAnswerSchema } from '@coverwright/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestJson } from '../../../lib/request-json.ts';

const stopReply = (id: string) => requestJson(apiPaths.stopMessage(id), { schema: stopMessageAnswerSchema, method: 'POST' });

export function useStopReply(applicationId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: stopReply,
    onSuccess: () => void client.invalidateQueries({ queryKey: cacheKeys.liveApplication(applicationId) }),
  });
}
