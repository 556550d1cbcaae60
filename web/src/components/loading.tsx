export function Loading({ what = 'Loading' }: { what?: string }) {
  return <p className="py-6 text-ink-soft">{what} …</p>;
}
