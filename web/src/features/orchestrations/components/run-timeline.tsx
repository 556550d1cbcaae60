import type { JobStage, Orchestration, ResearchNote } from '@coverwright/contracts';
import { buildTimeline, type StepKey } from '../build-timeline.ts';
import { RunSources } from './run-sources.tsx';
import { StepIcon } from './step-icon.tsx';

interface RunTimelineProps {
  run: Orchestration;
  notes: readonly ResearchNote[];
  /** The text that is being written right now. */
  draft: string | undefined;
  lastStage: JobStage | undefined;
}

function describeDraft(draft: string): string {
  const words = draft.split(/\s+/).filter(Boolean).length;
  const paragraphs = draft.split('\n\n').filter((part) => part.trim() !== '').length;
  return `Paragraph ${paragraphs}, ${words} words so far`;
}

/** What the run does, step by step, with what came of each. */
export function RunTimeline({ run, notes, draft, lastStage }: RunTimelineProps) {
  const steps = buildTimeline(run, lastStage);
  const detail = (key: StepKey) => {
    if (key === 'research') return <RunSources run={run} notes={notes} />;
    if (key === 'writing' && draft) return <p className="text-sm text-ink-soft tabular-nums">{describeDraft(draft)}</p>;
    return null;
  };
  return (
    <ol aria-label="Steps of the run">
      {steps.map(({ key, state, title }, index) => (
        <li key={key} className="relative flex gap-3 pb-3 last:pb-0">
          {index < steps.length - 1 && (
            <span aria-hidden="true" className={`absolute top-5 bottom-0 left-2.5 w-px ${state === 'done' ? 'bg-accent' : 'bg-line'}`} />
          )}
          <StepIcon state={state} />
          <div className="min-w-0 flex-1 space-y-2">
            <p className={`text-sm leading-5 ${state === 'waiting' ? 'text-ink-soft' : 'font-medium'}`}>{title}</p>
            {state !== 'waiting' && detail(key)}
          </div>
        </li>
      ))}
    </ol>
  );
}
