import type { Action, JobStage } from '@coverwright/contracts';
import type { BackgroundJob } from '@coverwright/server';
import type { Unsure } from './parse-command.ts';

/** Sentences that a person can send with one tap; each means to the parser what its name says. */
export const sayings = {
  research_then_write: 'Research this company and then draft a cover letter',
  research_only: 'Research this company',
  write_only: 'Draft a cover letter',
  status: 'How is it going?',
  findings: 'What did you find?',
  cancel: 'Stop the run',
  shorter: 'Make it shorter',
} as const satisfies Record<Action, string> & Record<string, string>;

const goals: Record<Action, string> = {
  research_then_write: 'the research and the letter',
  research_only: 'the research',
  write_only: 'the letter',
};

/** The sentence that starts an action; an address is one that the person wrote. */
export function sayAction(action: Action, url: string | null): string {
  if (url === null || action === 'write_only') return sayings[action];
  return action === 'research_only' ? `Research ${url}` : `Research ${url} and then draft a cover letter`;
}

type Doubt = Pick<Unsure, 'suggestion' | 'url' | 'revision' | 'bare'>;

/** Never starts anything: offers the sentences that would. */
export function suggest({ suggestion, url, revision, bare }: Doubt): { content: string; suggestions: string[] } {
  if (revision !== undefined)
    return {
      content: `I am not sure whether you want the letter changed, so I have not. To have another version, say ${quoted([revision])}.`,
      suggestions: [revision],
    };
  const actions: Action[] = suggestion === null ? ['research_then_write', 'research_only', 'write_only'] : [suggestion];
  const suggestions = actions.map((each) => sayAction(each, url));
  const content = bare
    ? `I have not read that page. To have me research it, say ${quoted(suggestions)}.`
    : `I am not sure whether you want me to start something, so I have not. To start, say ${quoted(suggestions)}.`;
  return { content, suggestions };
}

const quoted = (sentences: string[]): string => sentences.map((sentence) => `“${sentence}”`).join(' or ');

export function sayRunning(job: BackgroundJob | null): string {
  const now = job === null ? '' : ` (${job.progress.percent} %: ${job.progress.message})`;
  return `I have not started that: another run is still at work for this application${now}. Ask again when it is done, or say “${sayings.cancel}” first.`;
}

const busy: Record<JobStage, string> = {
  queued: 'Waiting to start',
  researching: 'Busy researching',
  writing: 'Busy writing',
  done: 'Nearly done',
};

/** How a run stands: while it is open with stage, percent and pages; afterwards how it ended. */
export function sayState(job: BackgroundJob): string {
  if (job.status !== 'pending' && job.status !== 'running') return `Nothing is running. The last run: ${sayEnded(job)}`;
  const { percent, message, pages_done = 0, pages_total } = job.progress;
  const pages = pages_total === undefined || job.stage !== 'researching' ? '' : ` ${pages_done} of ${pages_total} pages read.`;
  return `${busy[job.stage]}, ${percent} %: ${message}.${pages}`;
}

export function sayEnded(job: BackgroundJob): string {
  if (job.status === 'cancelled') return 'The run was cancelled. What was found so far is kept.';
  if (job.status === 'failure')
    return `I could not finish ${goals[job.action]}. ${job.error?.message ?? 'The run failed.'} ${job.error?.hint ?? ''}`.trim();
  if (job.result === null || !('document_id' in job.result)) {
    const { notes_added = 0, notes_total = 0 } = job.result ?? {};
    if (notes_total === 0) return 'Research is done, but no page had anything worth a note.';
    return `Research is done: ${notes_added} new ${notes_added === 1 ? 'note' : 'notes'}, ${notes_total} in all.`;
  }
  const { version, notes_used, generator } = job.result;
  const notes =
    notes_used === 0
      ? 'No research notes were used: it rests on your resume and the posting alone'
      : `It uses ${notes_used} research ${notes_used === 1 ? 'note' : 'notes'}`;
  return `Your cover letter is ready: version ${version}. ${notes}. ${sayWriter(generator)}`;
}

/** What fits after a run has ended. */
export function suggestAfter(job: BackgroundJob): string[] {
  if (job.status === 'success' && job.result !== null && 'document_id' in job.result) return [sayings.shorter, sayings.findings];
  if (job.status === 'success') return [sayings.findings, sayings.write_only];
  return [sayAction(job.action, job.request.url ?? null)];
}

function sayWriter(generator: string): string {
  if (generator === 'offline') return 'It was composed without a model.';
  return `It was written with ${generator.slice(generator.indexOf(':') + 1)}.`;
}
