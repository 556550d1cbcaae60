import type { Message } from '@coverwright/contracts';

/**
 * What counts as having been said before a question: of several replies to one message the newest that says something; replies that
 * failed say nothing.
 */
export function currentBranch(messages: readonly Message[], questionId: string): Message[] {
  const place = ({ id, reply_to }: Message): string => reply_to ?? id;
  const earlier = messages.filter((message) => place(message) < questionId);
  const heard = earlier.filter((message) => message.content.trim() !== '' && !['failed', 'streaming'].includes(message.status));
  const chosen = new Map(heard.filter((message) => place(message) !== message.id).map((message) => [place(message), message.id]));
  return heard
    .filter((message) => place(message) === message.id || chosen.get(place(message)) === message.id)
    .sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : a.id < b.id ? -1 : 1));
}
