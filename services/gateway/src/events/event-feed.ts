import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import {
  connectFailFast,
  connectPatient,
  eventChannel,
  eventStreamKey,
  type ProductRedis,
  SETTINGS,
  type Settings,
  type StreamedEvent,
} from '@coverwright/server';

type Listener = (event: StreamedEvent) => void;
type Entry = [id: string, fields: string[]];

/** What happens in applications, live and from a moment ago. Ids are those of the application's stream, the same for every reader. */
@Injectable()
export class EventFeed implements OnApplicationShutdown {
  private readonly reader: ProductRedis;
  private readonly subscriber: ProductRedis;
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly everyListener = new Set<Listener>();

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.reader = connectFailFast(settings.redisUrl);
    this.subscriber = connectPatient(settings.redisUrl);
    this.subscriber.on('message', (_channel, text) => this.deliver(JSON.parse(text) as StreamedEvent));
    this.subscriber.subscribe(eventChannel(this.subscriber)).catch(() => undefined);
  }

  /** Live events of one application, in order. Returns how to stop. */
  watch(applicationId: string, listener: Listener): () => void {
    const set = this.listeners.get(applicationId) ?? new Set();
    this.listeners.set(applicationId, set.add(listener));
    return () => {
      set.delete(listener);
      if (set.size === 0) this.listeners.delete(applicationId);
    };
  }

  /** Event streams that are open now. */
  get watchers(): number {
    return [...this.listeners.values()].reduce((sum, set) => sum + set.size, 0);
  }

  /** Live events of all applications. */
  watchAll(listener: Listener): void {
    this.everyListener.add(listener);
  }

  /** Id of the newest event; `0-0` when there is none or Redis cannot be asked. */
  async newestId(applicationId: string): Promise<string> {
    const [entry] = await this.reader.xrevrange(eventStreamKey(this.reader, applicationId), '+', '-', 'COUNT', 1).catch((): Entry[] => []);
    return entry?.[0] ?? '0-0';
  }

  /** What came after `id`, or null when that event is not there any more (or never was). */
  async since(applicationId: string, id: string): Promise<StreamedEvent[] | null> {
    if (!/^\d{1,16}-\d{1,10}$/.test(id)) return null;
    const entries = await this.reader.xrange(eventStreamKey(this.reader, applicationId), id, '+').catch((): Entry[] => []);
    if (entries[0]?.[0] !== id) return null;
    return entries.slice(1).map((entry) => toEvent(applicationId, entry));
  }

  /** Everything still kept, up to and with `id`. */
  async upTo(applicationId: string, id: string): Promise<StreamedEvent[]> {
    const entries = await this.reader.xrange(eventStreamKey(this.reader, applicationId), '-', id).catch((): Entry[] => []);
    return entries.map((entry) => toEvent(applicationId, entry));
  }

  onApplicationShutdown(): void {
    this.reader.disconnect();
    this.subscriber.disconnect();
  }

  private deliver(event: StreamedEvent): void {
    for (const listener of this.everyListener) listener(event);
    for (const listener of this.listeners.get(event.application_id) ?? []) listener(event);
  }
}

function toEvent(applicationId: string, [id, fields]: Entry): StreamedEvent {
  const [, type, , data] = fields;
  return { id, application_id: applicationId, type: type as StreamedEvent['type'], data: data ?? 'null' };
}
