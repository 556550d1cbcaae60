import { apiPaths, documentSchema, type CreateDocument, type Document } from '@coverwright/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestJson } from '../../../lib/request-json.ts';
import { documentQuery } from './get-document.ts';

const saveVersion = (applicationId: string, body: CreateDocument) =>
  requestJson(apiPaths.applicationDocuments(applicationId), { schema: documentSchema, method: 'POST', body });

export function useSaveVersion(applicationId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: CreateDocument) => saveVersion(applicationId, body),
    onSuccess: () => client.invalidateQueries({ queryKey: cacheKeys.liveApplication(applicationId) }),
  });
}

/** The text of an old version becomes the newest one; the old one and all between stay. */
export function useRestoreVersion(applicationId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id }: Document) => {
      const { content, document_type, version } = await client.fetchQuery(documentQuery(id));
      return saveVersion(applicationId, { content, document_type, parent_version: version });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: cacheKeys.liveApplication(applicationId) }),
  });
}
