/** A sheet with one line underlined: a letter whose sentences have sources. */
export function Mark() {
  return (
    <svg aria-hidden="true" viewBox="0 0 20 24" className="h-6 w-5 shrink-0">
      <rect x="1" y="1" width="18" height="22" rx="3" className="fill-accent" />
      <path d="M5 7h10M5 11h10M5 15h6" className="stroke-on-accent" strokeWidth="1.6" strokeLinecap="round" />
      <path d="M5 18.5h6" className="stroke-on-accent" strokeWidth="1.2" strokeDasharray="1.5 1.2" />
    </svg>
  );
}
