import { pagePaths, type ApplicationSort, type ListedApplication } from '@coverwright/contracts';
import { memo, type KeyboardEvent, type ReactNode } from 'react';
import { Since } from '../../../components/since.tsx';
import { SentTag } from './sent-tag.tsx';
import { StatusChoice } from './status-choice.tsx';
import { Link } from '../../../lib/router/link.tsx';

/** On a wide screen each thing has its column; on a narrower one the job stands below the company, on a phone everything does. */
const columns =
  'items-center gap-x-5 px-4 sm:px-5 md:grid md:grid-cols-[minmax(0,1fr)_11rem_11rem_9rem] lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)_10rem_11rem_9rem]';
const beside = 'md:max-lg:row-span-2 md:max-lg:row-start-1';

interface SortHeadProps {
  by: ApplicationSort;
  sort: ApplicationSort;
  onSort: (sort: ApplicationSort) => void;
  children: ReactNode;
  descending?: boolean;
}

function SortButton({ by, sort, onSort, children, descending = false }: SortHeadProps) {
  return (
    <button type="button" onClick={() => onSort(by)} className="inline-flex min-h-9 items-center gap-1 hover:text-ink hover:underline">
      {children}
      <span aria-hidden="true">{sort === by ? (descending ? '↓' : '↑') : ''}</span>
    </button>
  );
}

interface RowProps {
  application: ListedApplication;
  onStatus: (application: ListedApplication, status: string) => void;
}

const Row = memo(function Row({ application, onStatus }: RowProps) {
  const { company_name, job_title, location } = application;
  return (
    <div role="row" className={`${columns} far-row relative min-h-18 border-b border-line py-3 last:border-b-0 hover:bg-sunken`}>
      <div role="cell" className="min-w-0">
        <Link
          to={pagePaths.application(application.id)}
          data-row-link=""
          className="font-serif text-lg leading-snug font-semibold text-ink no-underline after:absolute after:inset-0 hover:underline"
        >
          {company_name}
        </Link>
      </div>
      <div role="cell" className="min-w-0 md:max-lg:col-start-1">
        <p className="text-sm text-ink-soft">{[job_title, location].filter(Boolean).join(' · ')}</p>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-xs text-ink-soft md:hidden">
          <Since time={application.last_activity_at} />
          <SentTag application={application} />
        </p>
      </div>
      <div role="cell" className={`relative z-1 min-w-0 max-md:mt-1 md:max-lg:col-start-2 ${beside}`}>
        <StatusChoice
          quiet
          label={`Status of ${company_name}`}
          status={application.status}
          onStatus={(status) => onStatus(application, status)}
        />
      </div>
      <div role="cell" className={`text-sm text-ink-soft max-md:hidden md:max-lg:col-start-3 ${beside}`}>
        <SentTag application={application} /> {application.sent === null && <span aria-label="none sent">–</span>}
      </div>
      <div role="cell" className={`text-right text-sm text-ink-soft max-md:hidden md:max-lg:col-start-4 ${beside}`}>
        <Since time={application.last_activity_at} />
      </div>
    </div>
  );
});

interface ApplicationTableProps {
  applications: ListedApplication[];
  sort: ApplicationSort;
  onSort: (sort: ApplicationSort) => void;
  onStatus: (application: ListedApplication, status: string) => void;
}

/** Arrows go from row to row, as in every list. */
function onKeyDown(event: KeyboardEvent<HTMLElement>) {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-link]')];
  const at = links.indexOf(document.activeElement as HTMLElement);
  if (at === -1) return;
  const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 };
  const move = moves[event.key];
  if (move === undefined) return;
  event.preventDefault();
  links[move]?.focus();
}

export function ApplicationTable({ applications, sort, onSort, onStatus }: ApplicationTableProps) {
  const sorting = { sort, onSort };
  const order = (by: ApplicationSort, way: 'ascending' | 'descending') => (sort === by ? way : undefined);
  return (
    <div
      role="table"
      aria-label="Applications"
      onKeyDown={onKeyDown}
      className="overflow-hidden rounded-xl border border-line bg-surface shadow-xs"
    >
      <div role="rowgroup" className="border-b border-line bg-sunken text-sm font-medium text-ink-soft">
        <div role="row" className={`${columns} max-md:flex`}>
          <div role="none" className="flex gap-5 lg:contents">
            <span role="columnheader" aria-sort={order('company', 'ascending')}>
              <SortButton by="company" {...sorting}>
                Company
              </SortButton>
            </span>
            <span role="columnheader" aria-sort={order('title', 'ascending')}>
              <SortButton by="title" {...sorting}>
                Job title
              </SortButton>
            </span>
          </div>
          <span role="columnheader" aria-sort={order('status', 'ascending')}>
            <SortButton by="status" {...sorting}>
              Status
            </SortButton>
          </span>
          <span role="columnheader" className="max-md:hidden">
            Letter sent
          </span>
          <span role="columnheader" aria-sort={order('activity', 'descending')} className="max-md:hidden md:justify-self-end">
            <SortButton by="activity" descending {...sorting}>
              Last activity
            </SortButton>
          </span>
        </div>
      </div>
      <div role="rowgroup">
        {applications.map((application) => (
          <Row key={application.id} application={application} onStatus={onStatus} />
        ))}
      </div>
    </div>
  );
}
