interface MeterProps {
  label: string;
  /** 0–100; null while nobody knows. */
  percent: number | null;
  /** What is said beside the number. */
  text?: string;
}

/** A bar that fills. Drawn as a picture, so that it needs no style attribute. */
export function Meter({ label, percent, text }: MeterProps) {
  const value = percent === null ? undefined : Math.round(percent);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={value}
      aria-valuetext={value === undefined ? text : [`${value} %`, text].filter(Boolean).join(', ')}
    >
      <svg aria-hidden="true" className="block h-2 w-full rounded-full bg-sunken">
        {percent === null ? (
          <rect className="pulse fill-line-strong" width="100%" height="100%" rx="4" />
        ) : (
          <rect className="progress-value fill-accent" width={`${value}%`} height="100%" rx="4" />
        )}
      </svg>
    </div>
  );
}
