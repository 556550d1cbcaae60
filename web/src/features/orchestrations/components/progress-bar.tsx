/** Drawn as a picture because the page's content policy allows no style attributes. `percent` is 0–100. */
export function ProgressBar({ percent, text }: { percent: number; text: string }) {
  const value = Math.round(percent);
  return (
    <div className="flex items-center gap-3">
      <div
        role="progressbar"
        aria-label="Progress"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={value}
        aria-valuetext={`${value} %, ${text}`}
        className="flex-1"
      >
        <svg aria-hidden="true" className="block h-2 w-full rounded-full bg-sunken">
          <rect className="progress-value fill-accent" width={`${value}%`} height="100%" rx="4" />
        </svg>
      </div>
      <span aria-hidden="true" className="w-12 text-right text-sm tabular-nums text-ink-soft">
        {value} %
      </span>
    </div>
  );
}
