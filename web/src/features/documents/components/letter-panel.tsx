import { pagePaths, type Document, type Orchestration, type ResearchNote } from '@coverwright/contracts';
import { lazy, Suspense, useRef, useState } from 'react';
import { Disclosure } from '../../../components/disclosure.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Panel } from '../../../components/panel.tsx';
import { isActive } from '../../live/live-application.ts';
import { describeGenerator } from '../describe-generator.ts';
import { DownloadLinks } from './download-links.tsx';
import { LetterVersion } from './letter-version.tsx';
import { LiveDraft } from './live-draft.tsx';
import { SentMark } from './sent-mark.tsx';
import { VersionChoice } from './version-choice.tsx';
import { Link } from '../../../lib/router/link.tsx';

const DiffView = lazy(async () => ({ default: (await import('./diff-view.tsx')).DiffView }));
const RewriteForm = lazy(async () => ({ default: (await import('./rewrite-form.tsx')).RewriteForm }));
const VersionList = lazy(async () => ({ default: (await import('./version-list.tsx')).VersionList }));

function NoLetter({ active }: { active: boolean }) {
  return (
    <div className="mx-auto max-w-md py-8 text-center">
      <svg
        aria-hidden="true"
        viewBox="0 0 120 90"
        className="mx-auto mb-4 h-24 fill-none stroke-line-strong"
        strokeWidth="2"
        strokeLinecap="round"
      >
        <rect x="30" y="6" width="60" height="78" rx="5" className="fill-paper" />
        <path d="M40 22h24M40 34h40M40 44h40M40 54h33M40 68h18" className={active ? 'pulse' : ''} />
      </svg>
      <p className="font-serif text-lg font-semibold">{active ? 'The letter is on its way' : 'No letter yet'}</p>
      <p className="mt-1 text-ink-soft">
        {active
          ? 'Paragraphs appear here as they are written, each sentence held to its source first.'
          : 'Research + Draft Cover Letter reads about the company and writes it from your resume. Every version is kept.'}
      </p>
    </div>
  );
}

interface LetterPanelProps {
  applicationId: string;
  /** Newest first. */
  documents: Document[];
  notes: readonly ResearchNote[];
  run: Orchestration | undefined;
  /** The text that is being written right now. */
  draft: string | undefined;
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
      {draft && <LiveDraft text={draft} />}
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
            // As high as a letter, so that what follows keeps its place while it loads.
            <div className="min-h-[75vh]">
              <LetterVersion key={shown.id} applicationId={applicationId} id={shown.id} notes={notes} />
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
        !draft && <NoLetter active={isActive(run)} />
      )}
    </Panel>
  );
}
