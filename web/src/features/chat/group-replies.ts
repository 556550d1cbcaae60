import type { Message } from '@coverwright/contracts';

/** One place in the conversation: a message alone, or all replies to the same question, oldest first. */
export interface Turn {
  key: string;
  versions: Message[];
}

/** Replies stand behind their question, however much later they were asked for. `messages` oldest first. */
export function groupReplies(messages: readonly Message[]): Turn[] {
  const known = new Set(messages.map((message) => message.id));
  const repliesTo = new Map<string, Message[]>();
  const questionOf = ({ reply_to }: Message) => (typeof reply_to === 'string' && known.has(reply_to) ? reply_to : null);
  for (const message of messages) {
    const question = questionOf(message);
    if (question !== null) repliesTo.set(question, [...(repliesTo.get(question) ?? []), message]);
  }
  return messages
    .filter((message) => questionOf(message) === null)
    .flatMap((message) => {
      const replies = repliesTo.get(message.id);
      const own = { key: message.id, versions: [message] };
      return replies === undefined ? [own] : [own, { key: `${message.id}-replies`, versions: replies }];
    });
}

/** What the conversation ends with; a reply to an older question that came later counts as the later one. */
export function newestReply(messages: readonly Message[]): Message | undefined {
  return messages.findLast(({ role }) => role !== 'user');
}
