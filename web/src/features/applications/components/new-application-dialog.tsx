import type { ImportAnswer } from '@coverwright/contracts';
import { useState } from 'react';
import { Dialog } from '../../../components/dialog.tsx';
import { emptyDraft } from '../new-application-draft.ts';
import { ImportForm } from './import-form.tsx';
import { ImportedForm } from './imported-form.tsx';
import { NewApplicationForm } from './new-application-form.tsx';

export function NewApplicationDialog({ onClose }: { onClose: () => void }) {
  const [draft, setDraft] = useState(emptyDraft);
  const [imported, setImported] = useState<ImportAnswer | null>(null);
  return (
    <Dialog wide title={imported === null ? 'A new application' : 'Check what was read'} onClose={onClose}>
      {imported !== null ? (
        <ImportedForm answer={imported} />
      ) : (
        <>
          <ImportForm
            onImported={setImported}
            onFailed={(url) => setDraft((before) => (before.job_url === '' ? { ...before, job_url: url } : before))}
          />
          <p className="my-4 text-sm text-ink-soft">
            Or fill it in yourself. Only the company and the job title are needed; the more you give, the better the letter.
          </p>
          <NewApplicationForm draft={draft} setDraft={setDraft} onClose={onClose} />
        </>
      )}
    </Dialog>
  );
}
