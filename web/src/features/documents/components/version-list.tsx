import type { Document } from '@coverwright/contracts';
import { Button } from '../../../components/button.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { Tag } from '../../../components/tag.tsx';
import { formatDate, formatDateTime } from '../../../lib/format-time.ts';
import { useRestoreVersion } from '../api/save-version.ts';
import { describeGenerator } from '../describe-generator.ts';

interface VersionListProps {
  applicationId: string;
  /** Newest first. */
  documents: Document[];
  shown: Document;
  onChoose: (id: string) => void;
  onCompare: (id: string) => void;
}

function VersionLine({ item, isShown }: { item: Document; isShown: boolean }) {
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <span className="font-medium">Version {item.version}</span>
        {isShown && <Tag>shown</Tag>}
        {item.sent_at !== null && <Tag tone="good">sent {formatDate(item.sent_at)}</Tag>}
      </p>
      <p className="text-sm text-ink-soft">
        {describeGenerator(item.generator)}, {formatDateTime(item.created_at)}
        {item.parent_version !== null && `, from version ${item.parent_version}`}
      </p>
      {item.feedback && (
        <p className="mt-1 text-sm">
          Your wish: <q>{item.feedback}</q>
        </p>
      )}
    </>
  );
}

/** Every version with what was wished for, and the ways back to it. */
export function VersionList({ applicationId, documents, shown, onChoose, onCompare }: VersionListProps) {
  const restore = useRestoreVersion(applicationId);
  const newest = documents[0];
  return (
    <div className="space-y-3">
      <p role="status" className="text-sm text-ink-soft">
        {restore.data
          ? `Version ${restore.variables.version} is back as version ${restore.data.version}.`
          : 'Nothing is ever overwritten: restoring a version makes a new one with its text.'}
      </p>
      <ProblemNotice error={restore.error} />
      <ol aria-label="Versions" className="divide-y divide-line">
        {documents.map((item) => (
          <li key={item.id} className="far-row flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-3">
            <div className="min-w-0 flex-1 basis-56">
              <VersionLine item={item} isShown={item.id === shown.id} />
            </div>
            <div className="flex flex-wrap gap-2">
              {item.id !== shown.id && (
                <>
                  <Button aria-label={`Show version ${item.version}`} onClick={() => onChoose(item.id)}>
                    Show
                  </Button>
                  <Button aria-label={`Compare version ${item.version} with version ${shown.version}`} onClick={() => onCompare(item.id)}>
                    Compare
                  </Button>
                </>
              )}
              {item.id !== newest?.id && (
                <Button aria-label={`Restore version ${item.version}`} inactive={restore.isPending} onClick={() => restore.mutate(item)}>
                  Restore
                </Button>
              )}
            </div>
          </li>
        ))}
      </ol>
    </div>
  );
}
