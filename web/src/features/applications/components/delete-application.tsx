import { pagePaths, type Application } from '@coverwright/contracts';
import { Button } from '../../../components/button.tsx';
import { Dialog } from '../../../components/dialog.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useDeleteApplication } from '../api/delete-application.ts';
import { navigate } from '../../../lib/router/history.ts';

interface DeleteApplicationProps {
  application: Pick<Application, 'id' | 'company_name'>;
  onClose: () => void;
}

/** Asks once, says what goes, and goes back to the list. */
export function DeleteApplication({ application, onClose }: DeleteApplicationProps) {
  const remove = useDeleteApplication(application.id);
  return (
    <Dialog title={`Delete the application to ${application.company_name}?`} onClose={onClose}>
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
        <Button autoFocus onClick={onClose}>
          Keep it
        </Button>
      </div>
    </Dialog>
  );
}
