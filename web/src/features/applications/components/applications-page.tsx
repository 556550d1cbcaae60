import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Loading } from '../../../components/loading.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { usePageTitle } from '../../../lib/use-page-title.ts';
import { ResumeNotice } from '../../resume/components/resume-notice.tsx';
import { useApplications } from '../api/list-applications.ts';
import { ApplicationList } from './application-list.tsx';
import { EmptyState } from './empty-state.tsx';
import { NewApplicationDialog } from './new-application-dialog.tsx';

export function ApplicationsPage() {
  usePageTitle('Applications');
  const applications = useApplications();
  const [adding, setAdding] = useState(false);

  return (
    <div className="mx-auto max-w-5xl space-y-6">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="font-serif text-3xl font-semibold tracking-tight">Applications</h1>
        <Button look="primary" onClick={() => setAdding(true)}>
          New application
        </Button>
      </div>
      <ResumeNotice />
      <ProblemNotice error={applications.error}>
        <Button onClick={() => void applications.refetch()}>Try again</Button>
      </ProblemNotice>
      {applications.isPending && <Loading what="Loading your applications" />}
      {applications.data?.length === 0 && <EmptyState />}
      {applications.data && applications.data.length > 0 && <ApplicationList applications={applications.data} />}
      {applications.hasNextPage && (
        <Button inactive={applications.isFetchingNextPage} onClick={() => void applications.fetchNextPage()}>
          Show more
        </Button>
      )}
      {adding && <NewApplicationDialog onClose={() => setAdding(false)} />}
    </div>
  );
}
