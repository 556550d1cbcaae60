import type { ApplicationSnapshot, Message } from '@coverwright/contracts';
import { draftGap, isActive, sortSnapshot, type LiveApplication } from './live-application.ts';

/** A reply that still streams: the stream's text counts while the stream is up, otherwise the longer of the two. */
function mergeMessage(known: Message | undefined, fetched: Message, live: boolean): Message {
  if (known?.status !== 'streaming' || fetched.status !== 'streaming') return fetched;
  return live || known.content.length > fetched.content.length ? known : fetched;
}

/** What was read over REST, with what only the stream knows: drafts and the text of replies under way. */
export function mergeFetched(known: LiveApplication | undefined, fetched: ApplicationSnapshot, live: boolean): LiveApplication {
  const active = new Set(fetched.orchestrations.filter(isActive).map((run) => run.job_id));
  const drafts = Object.entries(known?.drafts ?? {})
    .filter(([jobId]) => active.has(jobId))
    .map(([jobId, text]) => [jobId, live || text === '' || text.endsWith(draftGap) ? text : `${text} ${draftGap}`] as const);
  const messages = fetched.messages.map((message) =>
    mergeMessage(
      known?.messages.find((other) => other.id === message.id),
      message,
      live,
    ),
  );
  return sortSnapshot({ ...fetched, messages, drafts: Object.fromEntries(drafts) });
}
