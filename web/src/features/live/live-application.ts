import { isTerminal, type ApplicationSnapshot, type Orchestration } from '@coverwright/contracts';

/** What the page of one application shows. `drafts` holds the letter text that is being written, by job id. */
export type LiveApplication = ApplicationSnapshot & { drafts: Record<string, string> };

/** Stands where text of a draft was written while nobody listened. */
export const draftGap = '… ';

const byTime = (a: { created_at: string }, b: { created_at: string }) =>
  a.created_at < b.created_at ? -1 : a.created_at > b.created_at ? 1 : 0;
const roleOrder = { system: 0, user: 1, assistant: 2 };

/** One order whatever the source said: runs, letters and notes newest first, messages oldest first. */
export function sortSnapshot<T extends ApplicationSnapshot>(state: T): T {
  return {
    ...state,
    orchestrations: state.orchestrations.toSorted((a, b) => byTime(b, a)),
    notes: state.notes.toSorted((a, b) => Number(b.pinned) - Number(a.pinned) || byTime(b, a)),
    documents: state.documents.toSorted((a, b) => b.version - a.version),
    messages: state.messages.toSorted((a, b) => byTime(a, b) || roleOrder[a.role] - roleOrder[b.role]),
  };
}

export const isActive = (run: Orchestration | undefined): run is Orchestration => run !== undefined && !isTerminal(run.status);

/** The run to show: the active one, else the newest. */
export const currentRun = (state: ApplicationSnapshot): Orchestration | undefined =>
  state.orchestrations.find(isActive) ?? state.orchestrations[0];
