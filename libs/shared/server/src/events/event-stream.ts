import type { EventData, EventType } from '@coverwright/contracts';
import { connected, connectFailFast, type ProductRedis } from '../queues/redis.ts';

export const eventChannel = (redis: ProductRedis): string => redis.key('events');
export const eventStreamKey = (redis: ProductRedis, applicationId: string): string => redis.key('events', applicationId);
/** There once the application was deleted: a worker that finishes late has nothing to say any more. */
const deletedKey = (redis: ProductRedis, applicationId: string): string => redis.key('deleted', applicationId);

/** How long and how many events of one application can be caught up on after a broken connection. */
const keptEvents = 5000;
const keptSeconds = 60 * 60;

/** Adds, trims, sets the expiry and tells the listeners in one step: the order of ids is the order in which everybody hears of them. */
const appendScript = `
if redis.call('EXISTS', KEYS[3]) == 1 then return nil end
local id = redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[1], '*', 'type', ARGV[3], 'data', ARGV[4])
redis.call('EXPIRE', KEYS[1], ARGV[2])
redis.call('PUBLISH', KEYS[2], cjson.encode({ id = id, application_id = ARGV[5], type = ARGV[3], data = ARGV[4] }))
return id`;

export interface StreamedEvent {
  /** Id of the entry in the application's stream: the same for every reader. */
  id: string;
  application_id: string;
  type: EventType;
  /** JSON text. */
  data: string;
}

/** Tells whoever watches what has changed. A hint on top of the database: what cannot be said now is read there later. */
export class EventPublisher {
  private constructor(
    private readonly redis: ProductRedis,
    private readonly onLost: (error: unknown) => void,
  ) {}

  static async connect(redisUrl: string, onLost: (error: unknown) => void): Promise<EventPublisher> {
    return new EventPublisher(await connected(connectFailFast(redisUrl)), onLost);
  }

  /** Nobody waits for it: the connection keeps the order, and a Redis that hangs must not hold up who has something to say. */
  publish<T extends EventType>(applicationId: string, type: T, data: EventData<T>): void {
    const keys = [eventStreamKey(this.redis, applicationId), eventChannel(this.redis), deletedKey(this.redis, applicationId)];
    this.redis
      .eval(appendScript, keys.length, ...keys, keptEvents, keptSeconds, type, JSON.stringify(data), applicationId)
      .catch(this.onLost);
  }

  /** Forgets the events of a deleted application, and takes none of it for as long as a late worker could have some. */
  async forget(applicationId: string): Promise<void> {
    await this.redis
      .multi()
      .set(deletedKey(this.redis, applicationId), '', 'EX', keptSeconds)
      .del(eventStreamKey(this.redis, applicationId))
      .exec();
  }

  /** Waits, a second at most, for what has been said already. */
  async close(): Promise<void> {
    await this.redis.quit().catch(this.onLost);
    this.redis.disconnect();
  }
}
