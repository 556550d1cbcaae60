import { pagePaths, type Document } from '@coverwright/contracts';
import { useState } from 'react';
import { Link } from 'react-router';
import { Panel } from '../../../components/panel.tsx';
import { describeGenerator } from '../describe-generator.ts';
import { LetterVersion } from './letter-version.tsx';
import { VersionChoice } from './version-choice.tsx';

interface LetterPanelProps {
  applicationId: string;
  /** Newest first. */
  documents: Document[];
  /** The text that is being written right now. */
  draft: string | undefined;
}

export function LetterPanel({ applicationId, documents, draft }: LetterPanelProps) {
  const newest = documents[0];
  // A choice holds until a newer version appears.
  const [chosen, setChosen] = useState({ id: '', newestId: '' });
  const shown = (chosen.newestId === newest?.id && documents.find((item) => item.id === chosen.id)) || newest;
  const choose = (id: string) => setChosen({ id, newestId: newest?.id ?? '' });

  return (
    <Panel title="Cover letter" aside={shown && <Link to={pagePaths.document(applicationId, shown.id)}>Open document</Link>}>
      {draft && (
        <div className="mb-6 rounded-md last:mb-0 bg-accent-soft p-4 sm:p-5">
          <h3 className="mb-2 text-sm font-medium text-accent">Being written, not checked yet</h3>
          <p className="letter caret whitespace-pre-wrap">{draft}</p>
        </div>
      )}
      {shown ? (
        <>
          <div className="mb-5 flex flex-wrap items-center justify-between gap-3 text-sm text-ink-soft">
            <p>
              Version {shown.version}, {describeGenerator(shown.generator)}
            </p>
            {documents.length > 1 && <VersionChoice documents={documents} shown={shown.id} onChoose={choose} />}
          </div>
          <LetterVersion key={shown.id} applicationId={applicationId} id={shown.id} />
        </>
      ) : (
        !draft && <p className="text-ink-soft">No letter yet. It appears here as it is written, and every version is kept.</p>
      )}
    </Panel>
  );
}
