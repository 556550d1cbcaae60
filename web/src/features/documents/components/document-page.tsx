import { apiPaths, pagePaths, type DocumentWithContent } from '@coverwright/contracts';
import { Link, useParams } from 'react-router';
import { Button } from '../../../components/button.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Markdown } from '../../../components/markdown.tsx';
import { Panel } from '../../../components/panel.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { formatDateTime } from '../../../lib/format-time.ts';
import { usePageTitle } from '../../../lib/use-page-title.ts';
import { useApplication } from '../../applications/api/get-application.ts';
import { useDocument } from '../api/get-document.ts';
import { describeGenerator } from '../describe-generator.ts';
import { ChecksList } from './checks-list.tsx';
import { MissingResearch } from './missing-research.tsx';
import { ProvenanceList } from './provenance-list.tsx';

function DocumentView({ letter }: { letter: DocumentWithContent }) {
  const application = useApplication(letter.application_id);
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
        <p className="mt-2 text-sm">
          <a href={apiPaths.documentFile(letter.id, 'md')} download>
            Download as markdown
          </a>
        </p>
      </header>
      <div className="grid gap-6 xl:grid-cols-2 xl:items-start">
        <div className="min-w-0 space-y-6">
          <Panel title="Cover letter">
            <MissingResearch checks={letter.checks} />
            <Markdown text={letter.content} className="letter" />
          </Panel>
          {letter.checks.length > 0 && (
            <Panel title="Checks">
              <ChecksList checks={letter.checks} />
            </Panel>
          )}
        </div>
        <Panel title="Where each sentence comes from">
          <ProvenanceList provenance={letter.provenance} />
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
