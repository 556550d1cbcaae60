import type { Message } from '@coverwright/contracts';

/**
 * What counts as having been said before a question: of several replies to one message the newest that says something; replies that
 * failed say nothing.
 */
export function currentBranch(messages: readonly Message[], questionId: string): Message[] {
  const earlier = messages.filter((message) => message.id < questionId || (message.reply_to != null && message.reply_to < questionId));
  const heard = earlier.filter((message) => message.content.trim() !== '' && !['failed', 'streaming'].includes(message.status));
  const chosen = new Map(heard.filter(({ reply_to }) => reply_to != null).map((message) => [message.reply_to, message.id]));
  const place = (message: Message) => message.reply_to ?? message.id;
  return heard
    .filter(({ id, reply_to }) => reply_to == null || chosen.get(reply_to) === id)
    .sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : a.id < b.id ? -1 : 1));
}
