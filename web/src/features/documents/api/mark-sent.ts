import { apiPaths, documentWithContentSchema, type Document } from '@coverwright/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestJson } from '../../../lib/request-json.ts';

const markSent = (id: string, sentAt: string | null) =>
  requestJson(apiPaths.document(id), { schema: documentWithContentSchema, method: 'PATCH', body: { sent_at: sentAt } });

/** Notes that a version was sent (now), or takes that back. */
export function useMarkSent({ id, application_id }: Pick<Document, 'id' | 'application_id'>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (sent: boolean) => markSent(id, sent ? new Date().toISOString() : null),
    onSuccess: (document) => {
      client.setQueryData(cacheKeys.document(id), document);
      return client.invalidateQueries({ queryKey: cacheKeys.liveApplication(application_id) });
    },
  });
}
