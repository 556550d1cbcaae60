import { pagePaths } from '@coverwright/contracts';
import { Link, useParams } from 'react-router';
import { Button } from '../../../components/button.tsx';
import { Loading } from '../../../components/loading.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { usePageTitle } from '../../../lib/use-page-title.ts';
import { ChatPanel } from '../../chat/components/chat-panel.tsx';
import { LetterPanel } from '../../documents/components/letter-panel.tsx';
import { currentRun, type LiveApplication } from '../../live/live-application.ts';
import type { Connection } from '../../live/open-event-stream.ts';
import { useLiveApplication } from '../../live/use-live-application.ts';
import { useRunEnd } from '../../live/use-run-end.ts';
import { AutomationsPanel } from '../../orchestrations/components/automations-panel.tsx';
import { RunEndCue } from '../../orchestrations/components/run-end-cue.tsx';
import { RunPanel } from '../../orchestrations/components/run-panel.tsx';
import { titleOfRun } from '../../orchestrations/describe-run.ts';
import { NotesPanel } from '../../research-notes/components/notes-panel.tsx';
import { ResumeNotice } from '../../resume/components/resume-notice.tsx';
import { ApplicationHeader } from './application-header.tsx';

function ApplicationView({ state, connection }: { state: LiveApplication; connection: Connection }) {
  const { application } = state;
  const run = currentRun(state);
  const { ended, dismiss } = useRunEnd(state.orchestrations);
  usePageTitle([titleOfRun(run, ended), `${application.company_name}, ${application.job_title}`].filter(Boolean).join(' · '));
  return (
    <div className="space-y-6">
      <ApplicationHeader application={application} />
      {connection === 'lost' && (
        <p className="rounded-md bg-warn-soft px-4 py-2 text-sm text-warn">
          The live connection is lost. This page asks every two seconds until it is back.
        </p>
      )}
      <ResumeNotice />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)] lg:grid-rows-[auto_1fr] lg:items-start">
        <div className="contents lg:col-start-2 lg:row-start-1 lg:block lg:space-y-6">
          <AutomationsPanel applicationId={application.id} run={run} />
          <RunPanel applicationId={application.id} run={run} />
        </div>
        <div className="grid min-w-0 items-start gap-6 lg:col-start-1 lg:row-span-2 lg:row-start-1 2xl:grid-cols-[minmax(0,1fr)_minmax(0,24rem)]">
          <LetterPanel
            applicationId={application.id}
            documents={state.documents}
            notes={state.notes}
            run={run}
            draft={run && state.drafts[run.job_id]}
          />
          <NotesPanel notes={state.notes} />
        </div>
        <div className="min-w-0 lg:col-start-2 lg:row-start-2">
          <ChatPanel applicationId={application.id} messages={state.messages} documents={state.documents} />
        </div>
      </div>
      <RunEndCue run={ended} onDismiss={dismiss} />
    </div>
  );
}

function LivePage({ id }: { id: string }) {
  const { query, connection } = useLiveApplication(id);
  if (query.data) return <ApplicationView state={query.data} connection={connection} />;
  if (query.isPending) return <Loading what="Loading the application" />;
  return (
    <div className="mx-auto max-w-2xl space-y-4">
      <ProblemNotice error={query.error}>
        <Button onClick={() => void query.refetch()}>Try again</Button>
      </ProblemNotice>
      <Link to={pagePaths.list}>All applications</Link>
    </div>
  );
}

export function ApplicationPage() {
  const { id = '' } = useParams();
  return <LivePage key={id} id={id} />;
}
