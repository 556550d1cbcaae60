import { parseStreamEvent, streamEventTypes, type StreamEvent } from './parse-stream-event.ts';

export type Connection = 'connecting' | 'live' | 'lost' | 'asleep';

interface StreamHandlers {
  onConnection: (connection: Connection) => void;
  onEvent: (event: StreamEvent) => void;
  /** An event could not be read: the state has to be asked for. */
  onUnreadable: () => void;
  /** Whether the state was read otherwise since `time` (ms): resuming the stream would then add the same text twice. */
  wasReadSince: (time: number) => boolean;
}

const firstPauseMs = 1000;
const longestPauseMs = 5000;
/** A page in the background gives its connection back: browsers allow six per host, and every open application takes one. */
const sleepAfterMs = 15_000;

/** Keeps one EventSource open, whatever happens to it. The answer closes it. */
export function openEventStream(url: string, handlers: StreamHandlers): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pauseMs = firstPauseMs;
  let lostAt: number | null = null;

  const stop = () => {
    clearTimeout(timer);
    source?.close();
    source = null;
  };

  const connect = () => {
    stop();
    const opened = new EventSource(url);
    source = opened;
    opened.onopen = () => {
      const resumeFrom = lostAt;
      lostAt = null;
      pauseMs = firstPauseMs;
      if (resumeFrom !== null && handlers.wasReadSince(resumeFrom)) connect();
      else handlers.onConnection('live');
    };
    opened.onerror = () => {
      lostAt ??= Date.now();
      handlers.onConnection('lost');
      // The browser comes back by itself after a dropped line; it gives up after an answer that is not a stream.
      if (opened.readyState !== EventSource.CLOSED) return;
      lostAt = null;
      timer = setTimeout(connect, pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    };
    for (const type of streamEventTypes) {
      opened.addEventListener(type, (message: MessageEvent<string>) => {
        const event = parseStreamEvent(type, message.data);
        if (event) handlers.onEvent(event);
        else handlers.onUnreadable();
      });
    }
  };

  const onVisibility = () => {
    clearTimeout(timer);
    if (document.visibilityState === 'hidden') {
      timer = setTimeout(() => {
        stop();
        lostAt = null;
        handlers.onConnection('asleep');
      }, sleepAfterMs);
    } else if (source === null || source.readyState === EventSource.CLOSED) {
      connect();
    }
  };

  document.addEventListener('visibilitychange', onVisibility);
  connect();
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    stop();
  };
}
