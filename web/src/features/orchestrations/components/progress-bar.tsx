import { Meter } from '../../../components/meter.tsx';

/** How far a run is. `percent` is 0–100. */
export function ProgressBar({ percent, text }: { percent: number; text: string }) {
  return (
    <div className="flex items-center gap-3">
      <div className="flex-1">
        <Meter label="Progress" percent={percent} text={text} />
      </div>
      <span aria-hidden="true" className="w-12 text-right text-sm text-ink-soft tabular-nums">
        {Math.round(percent)} %
      </span>
    </div>
  );
}
