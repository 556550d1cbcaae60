import type { Orchestration } from '@coverwright/contracts';
import { Button } from '../../../components/button.tsx';
import { titleOfRun } from '../describe-run.ts';

/** Says at the foot of the window that a run ended, wherever the page is scrolled to. What lies below stays within reach of the pointer. */
export function RunEndCue({ run, onDismiss }: { run: Orchestration | null; onDismiss: () => void }) {
  if (!run) return null;
  return (
    <div className="passing-cue pointer-events-none fixed inset-x-3 bottom-3 z-10 mx-auto flex max-w-sm items-center justify-between gap-4 rounded-lg border border-line-strong bg-surface px-4 py-3 shadow-lg">
      <p className={run.status === 'failure' ? 'text-bad' : ''}>{titleOfRun(undefined, run)}.</p>
      <Button look="quiet" className="pointer-events-auto shrink-0" onClick={onDismiss}>
        Dismiss
      </Button>
    </div>
  );
}
