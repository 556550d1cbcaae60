import type { ApplicationSnapshot, Message, Orchestration } from '@coverwright/contracts';
import { draftGap, isActive, sortSnapshot, type LiveApplication } from './live-application.ts';
import type { StreamEvent } from './parse-stream-event.ts';

const upsert = <T>(items: T[], item: T, idOf: (item: T) => string): T[] =>
  items.some((other) => idOf(other) === idOf(item)) ? items.map((other) => (idOf(other) === idOf(item) ? item : other)) : [...items, item];

const idOf = (item: { id: string }) => item.id;

/** A snapshot carries the newest of each kind, this many at most; what is older was read over REST and does not change. */
const snapshotLimit = 100;

function withOlder<T>(known: T[] | undefined, fresh: T[], ageOf: (item: T) => string | number): T[] {
  if (known === undefined || fresh.length < snapshotLimit) return fresh;
  const oldest = fresh.map(ageOf).reduce((a, b) => (b < a ? b : a));
  return [...fresh, ...known.filter((item) => ageOf(item) < oldest)];
}

/** A snapshot carries no draft text: what is known of the same attempt goes on, a draft first met half-way begins with a gap. */
function startFromSnapshot(known: LiveApplication | undefined, snapshot: ApplicationSnapshot): LiveApplication {
  const drafts = snapshot.orchestrations
    .filter((run) => isActive(run) && run.stage === 'writing')
    .map((run) => {
      const before = known?.orchestrations.find((other) => other.job_id === run.job_id);
      const text = before?.attempts === run.attempts ? known?.drafts[run.job_id] : undefined;
      const halfWay = before === undefined || (before.stage === 'writing' && before.attempts === run.attempts);
      return [run.job_id, text ?? (halfWay ? draftGap : '')] as const;
    });
  return {
    ...snapshot,
    orchestrations: withOlder(known?.orchestrations, snapshot.orchestrations, ({ created_at }) => created_at),
    documents: withOlder(known?.documents, snapshot.documents, ({ version }) => version),
    messages: withOlder(known?.messages, snapshot.messages, ({ created_at }) => created_at),
    drafts: Object.fromEntries(drafts),
  };
}

/** A draft lives as long as the attempt that writes it. */
function draftsAfter(state: LiveApplication, run: Orchestration): Record<string, string> {
  const before = state.orchestrations.find((other) => other.job_id === run.job_id);
  const goesOn = isActive(run) && run.stage === 'writing' && (before === undefined || before.attempts === run.attempts);
  if (goesOn || !(run.job_id in state.drafts)) return state.drafts;
  const { [run.job_id]: ended, ...others } = state.drafts;
  return others;
}

const addText = (message: Message, text: string): Message =>
  message.status === 'streaming' ? { ...message, content: message.content + text } : message;

/** The next state of the page. Before the first snapshot there is nothing to change, and the answer stays undefined. */
export function applyEvent(state: LiveApplication | undefined, event: StreamEvent): LiveApplication | undefined {
  if (event.type === 'snapshot') return sortSnapshot(startFromSnapshot(state, event.data));
  if (state === undefined) return undefined;
  switch (event.type) {
    case 'job': {
      const orchestrations = upsert(state.orchestrations, event.data, (run) => run.job_id);
      return sortSnapshot({ ...state, orchestrations, drafts: draftsAfter(state, event.data) });
    }
    case 'note':
      return sortSnapshot({ ...state, notes: upsert(state.notes, event.data, idOf) });
    case 'document':
      return sortSnapshot({ ...state, documents: upsert(state.documents, event.data, idOf) });
    case 'message':
      return sortSnapshot({ ...state, messages: upsert(state.messages, event.data, idOf) });
    case 'message_delta': {
      const { message_id, text } = event.data;
      return { ...state, messages: state.messages.map((message) => (message.id === message_id ? addText(message, text) : message)) };
    }
    case 'draft_delta': {
      const { job_id, text } = event.data;
      return { ...state, drafts: { ...state.drafts, [job_id]: (state.drafts[job_id] ?? '') + text } };
    }
  }
}
