import { apiPaths, resumeSchema } from '@coverwright/contracts';
import { useQuery } from '@tanstack/react-query';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestJson } from '../../../lib/request-json.ts';

export const useResume = () =>
  useQuery({ queryKey: cacheKeys.resume, queryFn: ({ signal }) => requestJson(apiPaths.resume, { schema: resumeSchema, signal }) });
