import { apiPaths, documentSchema, type CreateDocument } from '@coverwright/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestJson } from '../../../lib/request-json.ts';

const saveVersion = (applicationId: string, body: CreateDocument) =>
  requestJson(apiPaths.applicationDocuments(applicationId), { schema: documentSchema, method: 'POST', body });

export function useSaveVersion(applicationId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CreateDocument) => saveVersion(applicationId, body),
    onSuccess: () => client.invalidateQueries({ queryKey: cacheKeys.liveApplication(applicationId) }),
  });
}
