import { apiPaths, postMessageAnswerSchema, type PostMessage } from '@coverwright/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestJson } from '../../../lib/request-json.ts';

const sendMessage = (applicationId: string, body: PostMessage) =>
  requestJson(apiPaths.messages(applicationId), { schema: postMessageAnswerSchema, method: 'POST', body });

export function useSendMessage(applicationId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: PostMessage) => sendMessage(applicationId, body),
    // Not waited for: the next message can be sent at once.
    onSuccess: () => void client.invalidateQueries({ queryKey: cacheKeys.liveApplication(applicationId) }),
  });
}
