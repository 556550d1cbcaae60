/** Grey lines where text will be, and the words for who cannot see them. */
export function Loading({ what = 'Loading' }: { what?: string }) {
  return (
    <div className="py-2">
      <p className="sr-only">{what} …</p>
      <div aria-hidden="true" className="pulse max-w-prose space-y-3">
        <div className="h-4 w-2/5 rounded bg-sunken" />
        <div className="h-4 w-full rounded bg-sunken" />
        <div className="h-4 w-11/12 rounded bg-sunken" />
        <div className="h-4 w-3/5 rounded bg-sunken" />
      </div>
    </div>
  );
}
