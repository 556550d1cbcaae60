import type { Action } from '@coverwright/contracts';
import type { BackgroundJob } from '@coverwright/server';

const actions: Record<Action, string> = {
  research_then_write: 'Research this company and then draft a cover letter',
  research_only: 'Research this company',
  write_only: 'Draft a cover letter',
};

/** Never starts anything: offers the sentence that would. */
export function suggest(action: Action | null): string {
  const offer = action === null ? Object.values(actions) : [actions[action]];
  return `I am not sure whether you want me to start something, so I have not. To start, say: ${offer.map((sentence) => `“${sentence}”`).join(' or ')}.`;
}

export function sayRunning(job: BackgroundJob | null): string {
  const now = job === null ? '' : ` (${job.progress.message.toLowerCase()}, ${job.progress.percent} %)`;
  return `Another run is still at work for this application${now}. Wait for it, or say “cancel” and ask again.`;
}

export function sayEnded(job: BackgroundJob): string {
  if (job.status === 'cancelled') return 'The run was cancelled. What was found so far is kept.';
  if (job.status === 'failure') return `I could not finish. ${job.error?.message ?? 'The run failed.'} ${job.error?.hint ?? ''}`.trim();
  if (job.result === null || !('document_id' in job.result)) {
    const { notes_added = 0, notes_total = 0 } = job.result ?? {};
    return `Research is done: ${notes_added} new ${notes_added === 1 ? 'note' : 'notes'}, ${notes_total} in all.`;
  }
  const { version, notes_used, generator } = job.result;
  const notes =
    notes_used === 0
      ? 'No research notes were used; it rests on your resume and the posting alone'
      : `It uses ${notes_used} research ${notes_used === 1 ? 'note' : 'notes'}`;
  return `Your cover letter is ready: version ${version}. ${notes}. Written by ${generator === 'offline' ? 'the offline composer' : generator.replace(':', ' ')}.`;
}
