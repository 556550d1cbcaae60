import { apiPaths } from '@coverwright/contracts';
import { useId, useState, type ChangeEvent } from 'react';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { Field } from '../../../components/field.tsx';
import { Panel } from '../../../components/panel.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useDeleteEverything } from '../api/delete-everything.ts';
import { useImportArchive } from '../api/import-archive.ts';

const word = 'delete';

function DeleteEverything() {
  const remove = useDeleteEverything();
  const [asking, setAsking] = useState(false);
  const [typed, setTyped] = useState('');
  const [gone, setGone] = useState(0);
  const start = () => remove.mutate(setGone, { onSuccess: () => setAsking(false) });
  return (
    <div>
      <h3 className="font-medium">Delete</h3>
      <p className="mt-1 mb-3 text-sm text-ink-soft">Every application with its letters, notes, chat and files. Your resume stays.</p>
      <Button look="danger" onClick={() => setAsking(true)}>
        Delete all applications …
      </Button>
      <p role="status" className="mt-2 text-sm text-ink-soft">
        {remove.isSuccess && (remove.data === 1 ? 'One application was deleted.' : `${remove.data} applications were deleted.`)}
      </p>
      {asking && (
        <Dialog title="Delete all applications?" onClose={() => setAsking(false)}>
          <div className="space-y-4">
            <p>This cannot be taken back. Export everything first if you may want it again.</p>
            <Field label={`Type “${word}” to go on`} value={typed} onValue={setTyped} inputProps={{ autoComplete: 'off' }} />
            <ProblemNotice error={remove.error} />
            <div className="flex flex-wrap items-center gap-3">
              <Button look="danger" inactive={typed.trim().toLowerCase() !== word || remove.isPending} onClick={start}>
                Delete all for good
              </Button>
              <Button onClick={() => setAsking(false)}>Keep them</Button>
              <span role="status" className="text-sm text-ink-soft">
                {remove.isPending && `${gone} deleted …`}
              </span>
            </div>
          </div>
        </Dialog>
      )}
    </div>
  );
}

function ImportArchive() {
  const id = useId();
  const restore = useImportArchive();
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    event.target.value = '';
    if (file) restore.mutate(file);
  };
  return (
    <div>
      <h3 className="font-medium">Import</h3>
      <label htmlFor={id} className="mt-1 mb-3 block text-sm text-ink-soft">
        An export, into an instance that is still empty.
      </label>
      <input
        id={id}
        type="file"
        accept=".zip,application/zip"
        onChange={choose}
        className="block w-full rounded-lg border border-line-strong bg-surface text-sm file:mr-4 file:min-h-10 file:border-0 file:bg-sunken file:px-4 file:font-medium file:text-ink"
      />
      <p role="status" className="mt-2 text-sm text-ink-soft">
        {restore.isPending && 'Reading the archive …'}
        {restore.isSuccess && 'Everything of the archive is here now.'}
      </p>
      <ProblemNotice error={restore.error} />
    </div>
  );
}

/** All that is the person's own: to take along, to bring back, to be rid of. */
export function DataPanel() {
  return (
    <Panel title="Your data">
      <div className="grid gap-8 md:grid-cols-3">
        <div>
          <h3 className="font-medium">Export</h3>
          <p className="mt-1 mb-3 text-sm text-ink-soft">
            Applications, notes, letters in every version, chats and your resume as one zip.
          </p>
          <a
            href={apiPaths.export}
            download
            className="inline-flex min-h-10 items-center rounded-lg border border-line-strong bg-surface px-4 text-sm font-medium text-ink no-underline hover:bg-sunken"
          >
            Export everything
          </a>
        </div>
        <ImportArchive />
        <DeleteEverything />
      </div>
    </Panel>
  );
}
