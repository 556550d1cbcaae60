import { apiPaths, researchNoteListSchema, type ResearchNote } from '@coverwright/contracts';
import { useQuery } from '@tanstack/react-query';
import { cacheKeys } from '../../../lib/cache-keys.ts';
import { requestAllPages } from '../../../lib/request-all-pages.ts';

export const fetchNotes = (applicationId: string, signal?: AbortSignal): Promise<ResearchNote[]> =>
  requestAllPages(apiPaths.researchNotes(applicationId), researchNoteListSchema, signal);

export const useNotes = (applicationId: string) =>
  useQuery({ queryKey: cacheKeys.notes(applicationId), queryFn: ({ signal }) => fetchNotes(applicationId, signal) });
