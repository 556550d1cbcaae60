import { apiPaths, resumeSchema, type PutResume } from '@coverwright/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestJson } from '../../../lib/request-json.ts';

const putResume = (body: PutResume) => requestJson(apiPaths.resume, { schema: resumeSchema, method: 'PUT', body });

export function usePutResume() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: putResume,
    onSuccess: (resume) => {
      client.setQueryData(cacheKeys.resume, resume);
      return client.invalidateQueries({ queryKey: cacheKeys.resumeHistory });
    },
  });
}
