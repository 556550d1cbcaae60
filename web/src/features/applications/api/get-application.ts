import { apiPaths, applicationSchema, type Application } from '@coverwright/contracts';
import { requestJson } from '../../../lib/request-json.ts';

export const fetchApplication = (id: string, signal?: AbortSignal): Promise<Application> =>
  requestJson(apiPaths.application(id), { schema: applicationSchema, ...(signal ? { signal } : {}) });
