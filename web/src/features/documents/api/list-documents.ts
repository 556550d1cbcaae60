import { apiPaths, documentListSchema, type Document } from '@coverwright/contracts';
import { requestAllPages } from '../../../lib/request-all-pages.ts';

export const fetchDocuments = (applicationId: string, signal?: AbortSignal): Promise<Document[]> =>
  requestAllPages(apiPaths.applicationDocuments(applicationId), documentListSchema, signal);
