import { pagePaths, type Application } from '@coverwright/contracts';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useDeleteApplication } from '../api/delete-application.ts';
import { navigate } from '../../../lib/router/history.ts';

/** Asks once, says what goes, and goes back to the list. */
export function DeleteApplication({ application }: { application: Pick<Application, 'id' | 'company_name'> }) {
  const remove = useDeleteApplication(application.id);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button look="quiet" onClick={() => setAsking(true)}>
        Delete …
      </Button>
      {asking && (
        <Dialog title={`Delete the application to ${application.company_name}?`} onClose={() => setAsking(false)}>
          <p className="max-w-prose">
            Its letters in every version, its research notes, its chat and its files are deleted for good. Your resume and the other
            applications stay.
          </p>
          <ProblemNotice error={remove.error} />
          <div className="mt-5 flex flex-wrap gap-3">
            <Button
              look="danger"
              inactive={remove.isPending}
              onClick={() => remove.mutate(undefined, { onSuccess: () => navigate(pagePaths.list) })}
            >
              Delete for good
            </Button>
            <Button autoFocus onClick={() => setAsking(false)}>
              Keep it
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
