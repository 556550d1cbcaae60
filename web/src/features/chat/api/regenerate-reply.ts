import { apiPaths, postMessageAnswerSchema } from '@coverwright/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestJson } from '../../../lib/request-json.ts';

const regenerateReply = (id: string) => requestJson(apiPaths.regenerateMessage(id), { schema: postMessageAnswerSchema, method: 'POST' });

export function useRegenerateReply(applicationId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: regenerateReply,
    onSuccess: () => void client.invalidateQueries({ queryKey: cacheKeys.liveApplication(applicationId) }),
  });
}
