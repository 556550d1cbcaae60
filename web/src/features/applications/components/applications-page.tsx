import type { ListedApplication } from '@coverwright/contracts';
import { lazy, Suspense, useCallback, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Loading } from '../../../components/loading.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { usePageTitle } from '../../../lib/use-page-title.ts';
import { ResumeNotice } from '../../resume/components/resume-notice.tsx';
import { useApplications } from '../api/list-applications.ts';
import { useMoveApplication } from '../api/move-application.ts';
import { readFilter, withFilter, type ApplicationFilter, type ApplicationsView } from '../application-filter.ts';
import { ApplicationBoard } from './application-board.tsx';
import { ApplicationTable } from './application-table.tsx';
import { ListTools } from './list-tools.tsx';
import { NewApplicationButton } from './new-application-button.tsx';
import { useNewApplication } from './use-new-application.tsx';
import { useSearchParams } from '../../../lib/router/router.tsx';

const StartSteps = lazy(async () => ({ default: (await import('../../start/components/start-steps.tsx')).StartSteps }));

const isUnfiltered = ({ q, status }: ApplicationFilter): boolean => q === '' && status === '';

export function ApplicationsPage() {
  usePageTitle('Applications');
  const [search, setSearch] = useSearchParams();
  const filter = readFilter(search);
  const view: ApplicationsView = search.get('view') === 'board' ? 'board' : 'table';
  const applications = useApplications(view === 'board' ? { ...filter, status: '', sort: 'activity' } : filter);
  const { mutate, error } = useMoveApplication();
  const [moved, setMoved] = useState('');
  const creation = useNewApplication();

  const change = (changes: Partial<ApplicationFilter> & { view?: ApplicationsView }) =>
    setSearch((before) => withFilter(before, changes), { replace: 'q' in changes });
  const onStatus = useCallback(
    (application: ListedApplication, status: string) => {
      setMoved('');
      mutate({ application, status }, { onSuccess: () => setMoved(`${application.company_name}: ${status}.`) });
    },
    [mutate],
  );

  const isNew = applications.data?.length === 0 && isUnfiltered(filter) && !applications.isPlaceholderData;
  return (
    <>
      {isNew ? (
        <Suspense fallback={<Loading what="Loading" />}>
          <StartSteps onNew={creation.open} />
        </Suspense>
      ) : (
        <div className={`mx-auto space-y-5 ${view === 'table' ? 'max-w-7xl' : ''}`}>
          <div className="flex flex-wrap items-center justify-between gap-3">
            <h1 className="font-serif text-3xl font-semibold tracking-tight">Applications</h1>
            <NewApplicationButton onPress={creation.open} />
          </div>
          <ResumeNotice />
          <ListTools filter={filter} view={view} onChange={change} />
          <p aria-live="polite" className="sr-only">
            {moved}
          </p>
          <ProblemNotice error={error} />
          <ProblemNotice error={applications.error}>
            <Button onClick={() => void applications.refetch()}>Try again</Button>
          </ProblemNotice>
          {applications.isPending && <Loading what="Loading your applications" />}
          {applications.data && view === 'board' && <ApplicationBoard q={filter.q} onStatus={onStatus} />}
          {applications.data && view === 'table' && (
            <>
              {applications.data.length === 0 ? (
                <NothingFound onClear={() => setSearch((before) => withFilter(before, { q: '', status: '' }))} />
              ) : (
                <ApplicationTable
                  applications={applications.data}
                  sort={filter.sort}
                  onSort={(sort) => change({ sort })}
                  onStatus={onStatus}
                />
              )}
              {applications.hasNextPage && (
                <ShowMore busy={applications.isFetchingNextPage} onMore={() => void applications.fetchNextPage()} />
              )}
            </>
          )}
        </div>
      )}
      {creation.dialog}
    </>
  );
}

function NothingFound({ onClear }: { onClear: () => void }) {
  return (
    <div className="rounded-xl border border-dashed border-line-strong px-6 py-10 text-center">
      <p className="font-serif text-lg font-semibold">Nothing fits that</p>
      <p className="mt-1 text-ink-soft">No application has these words or this status.</p>
      <Button className="mt-4" onClick={onClear}>
        Show all applications
      </Button>
    </div>
  );
}
