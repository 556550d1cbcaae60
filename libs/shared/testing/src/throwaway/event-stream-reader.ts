export interface ReadEvent {
  event: string;
  id: string;
  data: unknown;
}

export interface EventStreamReader {
  /** Everything read so far, in order. */
  seen: ReadEvent[];
  next(): Promise<ReadEvent>;
  /** The first event from now on that fits. */
  until(fits: (event: ReadEvent) => boolean): Promise<ReadEvent>;
  close(): void;
}

/** Reads a `text/event-stream` as an EventSource would. `next` fails when the stream ends. */
export function openEventStream(url: string, lastEventId?: string): EventStreamReader {
  const stop = new AbortController();
  const events = readEvents(url, lastEventId, stop.signal);
  const seen: ReadEvent[] = [];
  const next = async (): Promise<ReadEvent> => {
    const { value, done } = await events.next();
    if (done === true) throw new Error(`The event stream ${url} ended.`);
    seen.push(value);
    return value;
  };
  return {
    seen,
    next,
    until: async (fits) => {
      for (;;) {
        const event = await next();
        if (fits(event)) return event;
      }
    },
    close: () => stop.abort(),
  };
}

async function* readEvents(url: string, lastEventId: string | undefined, signal: AbortSignal): AsyncGenerator<ReadEvent, void> {
  const response = await fetch(url, { signal, headers: lastEventId === undefined ? {} : { 'last-event-id': lastEventId } });
  if (!response.ok || response.body === null) throw new Error(`The event stream ${url} answered ${response.status}.`);
  let rest = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const blocks = (rest + chunk).split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
      const data = field('data');
      if (data !== undefined) yield { event: field('event') ?? 'message', id: field('id') ?? '', data: JSON.parse(data) as unknown };
    }
  }
}
