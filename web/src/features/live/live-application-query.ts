import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { fetchApplication } from '../applications/api/get-application.ts';
import { fetchMessages } from '../chat/api/list-messages.ts';
import { fetchDocuments } from '../documents/api/list-documents.ts';
import { fetchRuns } from '../orchestrations/api/list-runs.ts';
import { fetchNotes } from '../research-notes/api/list-notes.ts';
import { cacheKeys } from '../../lib/cache-keys.ts';
import { applyEvent } from './apply-event.ts';
import type { LiveApplication } from './live-application.ts';
import { mergeFetched } from './merge-fetched.ts';
import type { StreamEvent } from './parse-stream-event.ts';

/** The whole state of one application over REST: the first look, and the way on while the stream is down. */
export const liveApplicationQuery = (id: string, isLive: () => boolean = () => false) =>
  queryOptions({
    queryKey: cacheKeys.liveApplication(id),
    queryFn: async ({ client, signal }): Promise<LiveApplication> => {
      const application = await fetchApplication(id, signal);
      const [orchestrations, notes, documents, messages] = await Promise.all([
        fetchRuns(id, signal),
        fetchNotes(id, signal),
        fetchDocuments(id, signal),
        fetchMessages(id, signal),
      ]);
      const known = client.getQueryData<LiveApplication>(cacheKeys.liveApplication(id));
      return mergeFetched(known, { application, orchestrations, notes, documents, messages }, isLive());
    },
  });

/** Puts an event into the cache. A reading under way is older than the event and is given up. */
export function receiveEvent(client: QueryClient, id: string, event: StreamEvent): void {
  const queryKey = cacheKeys.liveApplication(id);
  const state = client.getQueryState(queryKey);
  const hasBase = state?.data !== undefined || event.type === 'snapshot';
  if (hasBase && state?.fetchStatus === 'fetching') void client.cancelQueries({ queryKey });
  client.setQueryData<LiveApplication>(queryKey, (known) => applyEvent(known, event));
}
