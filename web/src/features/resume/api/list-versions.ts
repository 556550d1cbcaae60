import { apiPaths, resumeHistorySchema, resumeVersionWithContentSchema } from '@coverwright/contracts';
import { useQuery } from '@tanstack/react-query';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestAllPages } from '../../../lib/request-all-pages.ts';
import { requestJson } from '../../../lib/request-json.ts';

/** Earlier texts of the resume, the latest first. */
export const useResumeVersions = () =>
  useQuery({
    queryKey: cacheKeys.resumeHistory,
    queryFn: ({ signal }) => requestAllPages(apiPaths.resumeHistory, resumeHistorySchema, signal),
  });

export const useResumeVersion = (id: string) =>
  useQuery({
    queryKey: cacheKeys.resumeVersion(id),
    queryFn: ({ signal }) => requestJson(apiPaths.resumeVersion(id), { schema: resumeVersionWithContentSchema, signal }),
    staleTime: Infinity,
  });
