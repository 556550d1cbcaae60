import type { Connection } from '../../live/open-event-stream.ts';

/** Said while the page cannot hear what happens. It keeps its place in the page, so that it is spoken when it comes. */
export function ConnectionNotice({ connection }: { connection: Connection }) {
  return (
    <p aria-live="polite" className="flex items-center gap-3 rounded-lg bg-warn-soft px-4 py-2 text-sm text-warn empty:hidden print:hidden">
      {connection === 'lost' && (
        <>
          <span aria-hidden="true" className="pulse size-2 shrink-0 rounded-full bg-warn" />
          The live connection is lost. This page asks every two seconds until it is back; runs go on meanwhile.
        </>
      )}
    </p>
  );
}
