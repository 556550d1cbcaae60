import type { ResumeVersion } from '@coverwright/contracts';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Loading } from '../../../components/loading.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { formatDateTime } from '../../../lib/format-time.ts';
import { useResumeVersion, useResumeVersions } from '../api/list-versions.ts';
import { usePutResume } from '../api/put-resume.ts';

function EarlierText({ id, onRestored }: { id: string; onRestored: () => void }) {
  const version = useResumeVersion(id);
  const save = usePutResume();
  if (version.error) {
    return (
      <ProblemNotice error={version.error}>
        <Button onClick={() => void version.refetch()}>Try again</Button>
      </ProblemNotice>
    );
  }
  if (!version.data) return <Loading what="Loading" />;
  const { content } = version.data;
  return (
    <div className="mt-3 space-y-3">
      <p className="max-h-96 overflow-y-auto rounded-md bg-sunken p-3 text-sm whitespace-pre-wrap" tabIndex={0}>
        {content}
      </p>
      <ProblemNotice error={save.error} />
      <Button inactive={save.isPending} onClick={() => save.mutate({ content }, { onSuccess: onRestored })}>
        Restore this text
      </Button>
    </div>
  );
}

function Version({ version, onRestored }: { version: ResumeVersion; onRestored: (version: ResumeVersion) => void }) {
  const [open, setOpen] = useState(false);
  const time = formatDateTime(version.replaced_at);
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p>
          Replaced {time} <span className="text-sm text-ink-soft">({version.characters} characters)</span>
        </p>
        <Button aria-expanded={open} aria-label={`${open ? 'Hide' : 'Read'} the text replaced ${time}`} onClick={() => setOpen(!open)}>
          {open ? 'Hide' : 'Read'}
        </Button>
      </div>
      {open && <EarlierText id={version.id} onRestored={() => onRestored(version)} />}
    </li>
  );
}

/** What the base resume was before, to read and to put back. */
export function ResumeHistory() {
  const versions = useResumeVersions();
  const [restored, setRestored] = useState<ResumeVersion | null>(null);
  return (
    <>
      <p role="status" className="text-sm text-ink-soft">
        {restored
          ? `The text replaced ${formatDateTime(restored.replaced_at)} is the base resume again.`
          : 'Whenever the resume is replaced, its text is kept here, also when the file was edited by hand.'}
      </p>
      <ProblemNotice error={versions.error}>
        <Button onClick={() => void versions.refetch()}>Try again</Button>
      </ProblemNotice>
      {versions.isPending && <Loading what="Loading earlier versions" />}
      {versions.data?.length === 0 && <p className="mt-2">There is no earlier text yet.</p>}
      <ol aria-label="Earlier versions" className="divide-y divide-line">
        {versions.data?.map((version) => (
          <Version key={version.id} version={version} onRestored={setRestored} />
        ))}
      </ol>
    </>
  );
}
