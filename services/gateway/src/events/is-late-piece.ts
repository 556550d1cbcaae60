import type { EventData } from '@coverwright/contracts';
import type { StreamedEvent } from '@coverwright/server';

/** A piece of a reply that the reader knows to have ended: it has the whole, and would add the piece a second time. */
export function isLatePiece({ type, data }: Pick<StreamedEvent, 'type' | 'data'>, ended: ReadonlySet<string>): boolean {
  return type === 'message_delta' && ended.has((JSON.parse(data) as EventData<'message_delta'>).message_id);
}
