import type { StepState } from '../build-timeline.ts';

const looks: Record<StepState, string> = {
  waiting: 'border-line-strong bg-surface text-transparent',
  active: 'border-accent bg-accent-soft text-accent',
  done: 'border-accent bg-accent text-on-accent',
  failed: 'border-bad bg-bad-soft text-bad',
  stopped: 'border-warn bg-warn-soft text-warn',
};
const words: Record<StepState, string> = { waiting: 'to come', active: 'now', done: 'done', failed: 'failed', stopped: 'stopped' };

export function StepIcon({ state }: { state: StepState }) {
  return (
    <span className={`relative z-1 flex size-5 shrink-0 items-center justify-center rounded-full border ${looks[state]}`}>
      <svg
        aria-hidden="true"
        viewBox="0 0 12 12"
        className="size-3"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
      >
        {state === 'done' && <path d="M2.5 6.5 5 9l4.5-5.5" />}
        {state === 'active' && <circle cx="6" cy="6" r="2.5" fill="currentColor" stroke="none" className="pulse" />}
        {state === 'failed' && <path d="m3 3 6 6m0-6-6 6" />}
        {state === 'stopped' && <path d="M3.5 6h5" />}
      </svg>
      <span className="sr-only">{words[state]}: </span>
    </span>
  );
}
