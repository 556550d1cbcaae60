import { TabBar, TabPanel, useTabBase } from '../../../components/tab-bar.tsx';
import { useMedia } from '../../../lib/use-media.ts';
import { usePageTitle } from '../../../lib/use-page-title.ts';
import { ChatPanel } from '../../chat/components/chat-panel.tsx';
import { LetterPanel } from '../../documents/components/letter-panel.tsx';
import { currentRun, isActive, type LiveApplication } from '../../live/live-application.ts';
import type { Connection } from '../../live/open-event-stream.ts';
import { useRunEnd } from '../../live/use-run-end.ts';
import { AutomationsPanel } from '../../orchestrations/components/automations-panel.tsx';
import { RunEndCue } from '../../orchestrations/components/run-end-cue.tsx';
import { RunPanel } from '../../orchestrations/components/run-panel.tsx';
import { titleOfRun } from '../../orchestrations/describe-run.ts';
import { NotesPanel } from '../../research-notes/components/notes-panel.tsx';
import { ResumeNotice } from '../../resume/components/resume-notice.tsx';
import { ApplicationHeader } from './application-header.tsx';
import { ConnectionNotice } from './connection-notice.tsx';
import { useSearchParams } from '../../../lib/router/router.tsx';

const wide = '(min-width: 64rem)';
const tabKeys = ['letter', 'research', 'chat'];

const counted = (word: string, count: number): string => (count === 0 ? word : `${word} (${count})`);

/** Everything of one application at once on a wide screen; on a narrow one, behind three tabs. */
export function ApplicationView({ state, connection }: { state: LiveApplication; connection: Connection }) {
  const { application, notes, documents, messages } = state;
  const run = currentRun(state);
  const draft = run && state.drafts[run.job_id];
  const { ended, dismiss } = useRunEnd(state.orchestrations, application.company_name);
  usePageTitle([titleOfRun(run, ended), `${application.company_name}, ${application.job_title}`].filter(Boolean).join(' · '));

  const [search, setSearch] = useSearchParams();
  const base = useTabBase();
  const tabbed = !useMedia(wide);
  const asked = search.get('tab') ?? '';
  const shown = tabKeys.includes(asked) ? asked : 'letter';
  const panel = { base, tabbed, shown };

  return (
    <div className="space-y-6">
      <ApplicationHeader application={application} />
      <ConnectionNotice connection={connection} />
      <ResumeNotice />
      {tabbed && (
        <TabBar
          base={base}
          label="Parts of this application"
          tabs={[
            { key: 'letter', text: 'Letter' },
            { key: 'research', text: counted('Research', notes.length) },
            { key: 'chat', text: counted('Chat', messages.length) },
          ]}
          shown={shown}
          onShow={(tab) => setSearch(new URLSearchParams({ tab }), { replace: true })}
        />
      )}
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,25rem)] lg:items-start xl:grid-cols-[18rem_minmax(0,1fr)_20rem] 2xl:grid-cols-[minmax(20rem,23rem)_minmax(0,1fr)_minmax(22rem,27rem)]">
        <TabPanel {...panel} tab="letter" className="flex min-w-0 flex-col gap-6 lg:col-start-1 xl:contents">
          {/* On a phone, a letter that is there comes first. */}
          <div
            className={`${documents.length > 0 && !isActive(run) ? 'max-lg:order-last' : ''} grid min-w-0 items-start gap-6 md:grid-cols-2 xl:sticky xl:top-6 xl:col-start-1 xl:row-start-1 xl:row-span-2 xl:max-h-[calc(100dvh-3rem)] xl:grid-cols-1 xl:overflow-y-auto print:hidden`}
          >
            <AutomationsPanel applicationId={application.id} run={run} />
            <RunPanel applicationId={application.id} run={run} notes={notes} draft={draft} />
          </div>
          <div className="min-w-0 xl:col-start-2 xl:row-start-1">
            <LetterPanel applicationId={application.id} documents={documents} notes={notes} run={run} draft={draft} />
          </div>
        </TabPanel>
        <TabPanel {...panel} tab="research" className="min-w-0 lg:col-start-1 xl:col-start-2 xl:row-start-2 print:hidden">
          <NotesPanel notes={notes} />
        </TabPanel>
        <TabPanel
          {...panel}
          tab="chat"
          className="min-w-0 lg:sticky lg:top-6 lg:col-start-2 lg:row-span-2 lg:row-start-1 xl:col-start-3 print:hidden"
        >
          <ChatPanel applicationId={application.id} messages={messages} documents={documents} />
        </TabPanel>
      </div>
      <RunEndCue run={ended} onDismiss={dismiss} />
    </div>
  );
}
