import { apiPaths, applicationSchema, type PatchApplication } from '@coverwright/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestJson } from '../../../lib/request-json.ts';
import type { LiveApplication } from '../../live/live-application.ts';

const patchApplication = (id: string, body: PatchApplication) =>
  requestJson(apiPaths.application(id), { schema: applicationSchema, method: 'PATCH', body });

export function usePatchApplication(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: PatchApplication) => patchApplication(id, body),
    onSuccess: async (application) => {
      client.setQueryData<LiveApplication>(cacheKeys.liveApplication(id), (known) => known && { ...known, application });
      await client.invalidateQueries({ queryKey: cacheKeys.applications });
    },
  });
}
