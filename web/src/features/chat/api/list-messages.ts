import { apiPaths, messageListSchema, type Message } from '@coverwright/contracts';
import { requestAllPages } from '../../../lib/request-all-pages.ts';

export const fetchMessages = (applicationId: string, signal?: AbortSignal): Promise<Message[]> =>
  requestAllPages(apiPaths.messages(applicationId), messageListSchema, signal);
