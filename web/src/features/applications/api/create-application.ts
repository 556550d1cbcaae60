import { apiPaths, applicationSchema, type CreateApplication } from '@coverwright/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestJson } from '../../../lib/request-json.ts';

const createApplication = (body: CreateApplication) =>
  requestJson(apiPaths.applications, { schema: applicationSchema, method: 'POST', body });

export function useCreateApplication() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: createApplication,
    onSuccess: () => client.invalidateQueries({ queryKey: cacheKeys.applications }),
  });
}
