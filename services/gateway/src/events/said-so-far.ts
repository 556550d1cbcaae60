import type { EventData, Message } from '@coverwright/contracts';
import type { StreamedEvent } from '@coverwright/server';

/** The text of a reply by the events that are still kept, or null when its beginning is not among them. */
export function saidSoFar(events: readonly StreamedEvent[], messageId: string): string | null {
  let text: string | null = null;
  for (const { type, data } of events) {
    if (type === 'message_delta') {
      const delta = JSON.parse(data) as EventData<'message_delta'>;
      if (delta.message_id === messageId && text !== null) text += delta.text;
    } else if (type === 'message') {
      const message = JSON.parse(data) as Message;
      if (message.id === messageId) text = message.content;
    }
  }
  return text;
}
