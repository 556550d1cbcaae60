import { apiPaths, researchNoteListSchema, type ResearchNote } from '@coverwright/contracts';
import { requestAllPages } from '../../../lib/request-all-pages.ts';

export const fetchNotes = (applicationId: string, signal?: AbortSignal): Promise<ResearchNote[]> =>
  requestAllPages(apiPaths.researchNotes(applicationId), researchNoteListSchema, signal);
