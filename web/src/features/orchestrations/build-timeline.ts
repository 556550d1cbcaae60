import { isTerminal, type Action, type JobStage, type Orchestration } from '@coverwright/contracts';

export type StepKey = 'queued' | 'research' | 'writing' | 'checks' | 'saved';
export type StepState = 'waiting' | 'active' | 'done' | 'failed' | 'stopped';

export interface TimelineStep {
  key: StepKey;
  title: string;
  state: StepState;
}

const plans: Record<Action, StepKey[]> = {
  research_then_write: ['queued', 'research', 'writing', 'checks', 'saved'],
  research_only: ['queued', 'research', 'saved'],
  write_only: ['queued', 'writing', 'checks', 'saved'],
};

/** Words for a step before, while and after it happens. */
const titles: Record<StepKey, [before: string, during: string, after: string]> = {
  queued: ['Wait for a turn', 'Waiting for a turn', 'Accepted and stored'],
  research: ['Research', 'Researching', 'Research'],
  writing: ['Write the letter', 'Writing the letter', 'Letter written'],
  checks: ['Check every sentence', 'Checking every sentence', 'Every sentence checked'],
  saved: ['Save', 'Saving', 'Saved'],
};

/** The share of writing (percent of its step) after which the finished draft is checked as a whole. */
const checksFrom = 0.85;
const writingSpan: Record<Action, [from: number, to: number]> = {
  research_then_write: [50, 95],
  research_only: [0, 100],
  write_only: [5, 95],
};

function activeStep({ action, stage, progress }: Orchestration): StepKey {
  if (stage === 'queued') return 'queued';
  if (stage === 'researching') return 'research';
  if (stage === 'done') return 'saved';
  const [from, to] = writingSpan[action];
  return progress.percent >= from + (to - from) * checksFrom ? 'checks' : 'writing';
}

/** Where a run ended that did not succeed. A run that is over no longer says so itself. */
function endedAt(run: Orchestration, lastStage: JobStage | undefined): StepKey {
  if (run.started_at === null) return 'queued';
  if (run.action === 'research_only') return 'research';
  if (run.action === 'write_only' || lastStage === 'writing') return 'writing';
  if (lastStage !== undefined || run.error?.code === 'RESEARCH_FAILED') return 'research';
  return run.status === 'failure' ? 'writing' : 'research';
}

/** A run as the steps it goes through. `lastStage` is where it was last seen while it was active, if anybody looked. */
export function buildTimeline(run: Orchestration, lastStage?: JobStage): TimelineStep[] {
  const keys = plans[run.action];
  const over = isTerminal(run.status);
  const at = run.status === 'success' ? keys.length : keys.indexOf(over ? endedAt(run, lastStage) : activeStep(run));
  return keys.map((key, index) => {
    const state = index < at ? 'done' : index > at ? 'waiting' : over ? (run.status === 'failure' ? 'failed' : 'stopped') : 'active';
    const [before, during, after] = titles[key];
    return { key, state, title: state === 'done' ? after : state === 'active' ? during : before };
  });
}
