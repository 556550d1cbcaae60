import { pagePaths, type DocumentWithContent } from '@coverwright/contracts';
import { Button } from '../../../components/button.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Panel } from '../../../components/panel.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { formatDateTime } from '../../../lib/format-time.ts';
import { usePageTitle } from '../../../lib/use-page-title.ts';
import { useApplication } from '../../applications/api/get-application.ts';
import { useNotes } from '../../research-notes/api/list-notes.ts';
import { useDocument } from '../api/get-document.ts';
import { describeGenerator } from '../describe-generator.ts';
import { ChecksList } from './checks-list.tsx';
import { MissingResearch } from './missing-research.tsx';
import { DownloadLinks } from './download-links.tsx';
import { LetterText } from './letter-text.tsx';
import { ProvenanceList } from './provenance-list.tsx';
import { SentMark } from './sent-mark.tsx';
import { Link } from '../../../lib/router/link.tsx';
import { useParams } from '../../../lib/router/router.tsx';

function DocumentView({ letter }: { letter: DocumentWithContent }) {
  const application = useApplication(letter.application_id);
  const notes = useNotes(letter.application_id).data ?? [];
  const heading = application.data ? `${application.data.company_name}, version ${letter.version}` : `Version ${letter.version}`;
  usePageTitle(heading);
  return (
    <>
      <header>
        <h1 className="font-serif text-3xl font-semibold tracking-tight">{heading}</h1>
        <p className="mt-1 text-ink-soft">
          {application.data && `${application.data.job_title} · `}
          {describeGenerator(letter.generator)}, {formatDateTime(letter.created_at)}
          {letter.parent_version !== null && `, from version ${letter.parent_version}`}
        </p>
        {letter.feedback && (
          <p className="mt-1 text-ink-soft">
            Your wish: <q>{letter.feedback}</q>
          </p>
        )}
        <div className="mt-3 flex flex-wrap items-center gap-x-6 gap-y-3">
          <SentMark document={letter} />
          <DownloadLinks id={letter.id} />
        </div>
      </header>
      <div className="grid gap-6 xl:grid-cols-2 xl:items-start">
        <div className="min-w-0 space-y-6">
          <Panel title="Cover letter">
            <MissingResearch checks={letter.checks} />
            <LetterText letter={letter} notes={notes} />
          </Panel>
          {letter.checks.length > 0 && (
            <Panel title="Checks">
              <ChecksList checks={letter.checks} />
            </Panel>
          )}
        </div>
        <Panel title="Where each sentence comes from">
          <ProvenanceList provenance={letter.provenance} notes={notes} />
        </Panel>
      </div>
    </>
  );
}

export function DocumentPage() {
  const { id = '', documentId = '' } = useParams();
  const letter = useDocument(documentId);
  return (
    <div className="space-y-6">
      <p className="text-sm">
        <Link to={pagePaths.application(id)}>Back to the application</Link>
      </p>
      <ProblemNotice error={letter.error}>
        <Button onClick={() => void letter.refetch()}>Try again</Button>
      </ProblemNotice>
      {letter.isPending && <Loading what="Loading the letter" />}
      {letter.data && <DocumentView letter={letter.data} />}
    </div>
  );
}
