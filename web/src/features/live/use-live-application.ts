import { apiPaths } from '@coverwright/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { cacheKeys } from '../../lib/cache-keys.ts';
import { liveApplicationQuery, receiveEvent } from './live-application-query.ts';
import { currentRun, isActive } from './live-application.ts';
import { openEventStream, type Connection } from './open-event-stream.ts';
import { pollPause } from './poll-pause.ts';

/** One application, kept up to date by its event stream, or by asking while that is down. */
export function useLiveApplication(id: string) {
  const client = useQueryClient();
  const [connection, setConnection] = useState<Connection>('connecting');
  const live = useRef(false);
  const query = useQuery({
    ...liveApplicationQuery(id, () => live.current),
    refetchInterval: ({ state }) => pollPause(connection, state.data !== undefined && isActive(currentRun(state.data))),
    refetchIntervalInBackground: true,
  });
  const exists = query.data !== undefined;

  useEffect(() => {
    if (!exists) return undefined;
    const queryKey = cacheKeys.liveApplication(id);
    const close = openEventStream(apiPaths.applicationEvents(id), {
      onConnection: (next) => {
        live.current = next === 'live';
        setConnection(next);
      },
      onEvent: (event) => receiveEvent(client, id, event),
      onUnreadable: () => void client.invalidateQueries({ queryKey }),
      wasReadSince: (time) => (client.getQueryState(queryKey)?.dataUpdatedAt ?? 0) > time,
    });
    return () => {
      live.current = false;
      setConnection('connecting');
      close();
    };
  }, [client, id, exists]);

  return { query, connection };
}
