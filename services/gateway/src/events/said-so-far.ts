import type { EventData, Message } from '@coverwright/contracts';
import type { StreamedEvent } from '@coverwright/server';

/** The text of a reply by the events that are still kept: its pieces since its last beginning. */
export function saidSoFar(events: readonly StreamedEvent[], messageId: string): string {
  let text = '';
  for (const { type, data } of events) {
    if (type === 'message_delta') {
      const delta = JSON.parse(data) as EventData<'message_delta'>;
      if (delta.message_id === messageId) text += delta.text;
    } else if (type === 'message') {
      const message = JSON.parse(data) as Message;
      if (message.id === messageId) text = message.content;
    }
  }
  return text;
}
