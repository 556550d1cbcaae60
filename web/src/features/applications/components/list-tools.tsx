import { useEffect, useRef, useState } from 'react';
import { Choice } from '../../../components/choice.tsx';
import { fieldLook } from '../../../components/field.tsx';
import { useStatusCounts } from '../api/count-statuses.ts';
import { applicationViews, type ApplicationFilter, type ApplicationsView } from '../application-filter.ts';
import { orderStatuses } from '../status-tone.ts';

const viewNames: Record<ApplicationsView, string> = { table: 'Table', board: 'Board' };

interface ListToolsProps {
  filter: ApplicationFilter;
  view: ApplicationsView;
  onChange: (changes: Partial<ApplicationFilter> & { view?: ApplicationsView }) => void;
}

/** A pause in typing after which is searched, in milliseconds. */
const pauseMs = 200;

function SearchField({ q, onQ }: { q: string; onQ: (q: string) => void }) {
  const [typed, setTyped] = useState(q);
  const told = useRef(q);
  useEffect(() => {
    // The address changed by another way: the back button, a link.
    if (q !== told.current) setTyped(q);
    told.current = q;
  }, [q]);
  useEffect(() => {
    if (typed === told.current) return undefined;
    const timer = setTimeout(() => {
      told.current = typed;
      onQ(typed);
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [typed, onQ]);
  return (
    <input
      type="search"
      aria-label="Search applications"
      placeholder="Search company, title, place"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      className={`${fieldLook} min-h-10 flex-1 max-sm:basis-full text-sm! sm:max-w-80`}
    />
  );
}

/** Search, filter and the two ways to see it. */
export function ListTools({ filter, view, onChange }: ListToolsProps) {
  const counts = useStatusCounts().data ?? [];
  const inUse = orderStatuses([...counts.map(({ status }) => status), ...(filter.status === '' ? [] : [filter.status])]);
  const count = (status: string) => counts.find((each) => each.status === status)?.count ?? 0;
  const latest = useRef(onChange);
  useEffect(() => {
    latest.current = onChange;
  }, [onChange]);
  const [onQ] = useState(() => (q: string) => latest.current({ q }));
  return (
    <div className="flex flex-wrap items-center gap-3">
      <SearchField q={filter.q} onQ={onQ} />
      {view === 'table' && (
        <Choice
          inline
          label="Show"
          value={filter.status}
          onValue={(status) => onChange({ status })}
          options={[{ value: '', text: 'all' }, ...inUse.map((status) => ({ value: status, text: `${status} (${count(status)})` }))]}
        />
      )}
      <div role="group" aria-label="View" className="ml-auto flex rounded-lg border border-line-strong p-0.5">
        {applicationViews.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === view}
            onClick={() => onChange({ view: each })}
            className="min-h-9 rounded-md px-3 text-sm font-medium text-ink-soft aria-pressed:bg-accent-soft aria-pressed:text-accent"
          >
            {viewNames[each]}
          </button>
        ))}
      </div>
    </div>
  );
}
