import { apiPaths } from '@coverwright/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { z } from 'zod';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestJson } from '../../../lib/request-json.ts';

/** The answer has no body. */
export const deleteApplication = (id: string) => requestJson(apiPaths.application(id), { schema: z.undefined(), method: 'DELETE' });

export function useDeleteApplication(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => deleteApplication(id),
    // Not waited for: the page of the application is left at once.
    onSuccess: () => void client.invalidateQueries({ queryKey: cacheKeys.applications }),
  });
}
