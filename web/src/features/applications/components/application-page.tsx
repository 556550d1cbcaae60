import { pagePaths } from '@coverwright/contracts';
import { Button } from '../../../components/button.tsx';
import { Loading } from '../../../components/loading.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useLiveApplication } from '../../live/use-live-application.ts';
import { ApplicationView } from './application-view.tsx';
import { Link } from '../../../lib/router/link.tsx';
import { useParams } from '../../../lib/router/router.tsx';

function LivePage({ id }: { id: string }) {
  const { query, connection } = useLiveApplication(id);
  if (query.data) return <ApplicationView state={query.data} connection={connection} />;
  if (query.isPending) return <Loading what="Loading the application" />;
  return (
    <div className="mx-auto max-w-2xl space-y-4">
      <ProblemNotice error={query.error}>
        <Button onClick={() => void query.refetch()}>Try again</Button>
      </ProblemNotice>
      <Link to={pagePaths.list}>All applications</Link>
    </div>
  );
}

export function ApplicationPage() {
  const { id = '' } = useParams();
  return <LivePage key={id} id={id} />;
}
