import { pagePaths, type Document, type Orchestration, type ResearchNote } from '@coverwright/contracts';
import { lazy, Suspense, useRef, useState } from 'react';
import { Disclosure } from '../../../components/disclosure.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Panel } from '../../../components/panel.tsx';
import { describeGenerator } from '../describe-generator.ts';
import { DownloadLinks } from './download-links.tsx';
import { SentMark } from './sent-mark.tsx';
import { VersionChoice } from './version-choice.tsx';
import { Link } from '../../../lib/router/link.tsx';

const DiffView = lazy(async () => ({ default: (await import('./diff-view.tsx')).DiffView }));
const LetterVersion = lazy(async () => ({ default: (await import('./letter-version.tsx')).LetterVersion }));
const RewriteForm = lazy(async () => ({ default: (await import('./rewrite-form.tsx')).RewriteForm }));
const VersionList = lazy(async () => ({ default: (await import('./version-list.tsx')).VersionList }));

interface LetterPanelProps {
  applicationId: string;
  /** Newest first. */
  documents: Document[];
  notes: readonly ResearchNote[];
  run: Orchestration | undefined;
  /** The text that is being written right now. */
  draft: string | undefined;
}

function Draft({ text }: { text: string }) {
  return (
    <div className="mb-6 rounded-md last:mb-0 bg-accent-soft p-4 sm:p-5">
      <h3 className="mb-2 text-sm font-medium text-accent">Being written, not checked yet</h3>
      <p className="letter caret whitespace-pre-wrap">{text}</p>
    </div>
  );
}

export function LetterPanel({ applicationId, documents, notes, run, draft }: LetterPanelProps) {
  const newest = documents[0];
  // A choice holds until a newer version appears.
  const [chosen, setChosen] = useState({ id: '', comparedId: '', newestId: '' });
  const isCurrent = chosen.newestId === newest?.id;
  const find = (id: string) => (isCurrent ? documents.find((item) => item.id === id) : undefined);
  const shown = find(chosen.id) ?? newest;
  const compared = find(chosen.comparedId);
  const choose = (id: string, comparedId = '') => setChosen({ id, comparedId, newestId: newest?.id ?? '' });
  const heading = useRef<HTMLParagraphElement>(null);
  /** From a button further down, or one that goes away: what is shown now is where to go on. */
  const show = (id: string) => {
    choose(id);
    heading.current?.focus();
  };

  return (
    <Panel title="Cover letter" aside={shown && <Link to={pagePaths.document(applicationId, shown.id)}>Open document</Link>}>
      {draft && <Draft text={draft} />}
      {shown ? (
        <div className="space-y-5">
          <div className="flex flex-wrap items-center justify-between gap-3 text-sm text-ink-soft">
            <p ref={heading} tabIndex={-1}>
              Version {shown.version}, {describeGenerator(shown.generator)}
            </p>
            {documents.length > 1 && <VersionChoice documents={documents} shown={shown.id} onChoose={choose} />}
          </div>
          {compared ? (
            <Suspense fallback={<Loading what="Comparing" />}>
              <DiffView
                from={compared.version < shown.version ? compared : shown}
                to={compared.version < shown.version ? shown : compared}
                onClose={() => show(shown.id)}
              />
            </Suspense>
          ) : (
            <div>
              <Suspense fallback={<Loading what="Loading the letter" />}>
                <LetterVersion key={shown.id} applicationId={applicationId} id={shown.id} notes={notes} />
              </Suspense>
            </div>
          )}
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3">
            <SentMark key={shown.id} document={shown} />
            <DownloadLinks id={shown.id} />
          </div>
          <Disclosure title="Another version with your wishes">
            <RewriteForm applicationId={applicationId} run={run} />
          </Disclosure>
          {documents.length > 1 && (
            <Disclosure title={`All ${documents.length} versions`}>
              <VersionList
                applicationId={applicationId}
                documents={documents}
                shown={shown}
                onChoose={show}
                onCompare={(id) => choose(shown.id, id)}
              />
            </Disclosure>
          )}
        </div>
      ) : (
        !draft && <p className="text-ink-soft">No letter yet. It appears here as it is written, and every version is kept.</p>
      )}
    </Panel>
  );
}
