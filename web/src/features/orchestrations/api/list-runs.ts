import { apiPaths, orchestrationListSchema, type Orchestration } from '@coverwright/contracts';
import { requestAllPages } from '../../../lib/request-all-pages.ts';

export const fetchRuns = (applicationId: string, signal?: AbortSignal): Promise<Orchestration[]> =>
  requestAllPages(apiPaths.applicationOrchestrations(applicationId), orchestrationListSchema, signal);
