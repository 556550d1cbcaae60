import { apiPaths, applicationSchema, type Application } from '@coverwright/contracts';
import { useQuery } from '@tanstack/react-query';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestJson } from '../../../lib/request-json.ts';

export const fetchApplication = (id: string, signal?: AbortSignal): Promise<Application> =>
  requestJson(apiPaths.application(id), { schema: applicationSchema, ...(signal ? { signal } : {}) });

export const useApplication = (id: string) =>
  useQuery({ queryKey: cacheKeys.application(id), queryFn: ({ signal }) => fetchApplication(id, signal) });
