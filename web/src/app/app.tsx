import { Suspense } from 'react';
import { Loading } from '../components/loading.tsx';
import { matchPath } from '../lib/router/match-path.ts';
import { RouteParams, usePath } from '../lib/router/router.tsx';
import { FailureBoundary } from './failure-boundary.tsx';
import { Layout } from './layout.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { routes } from './routes.tsx';

function CurrentPage() {
  const path = usePath();
  for (const [pattern, Page] of routes) {
    const params = matchPath(pattern, path);
    if (params) {
      return (
        <RouteParams key={pattern} value={params}>
          <Page />
        </RouteParams>
      );
    }
  }
  return <NotFoundPage />;
}

export function App() {
  const path = usePath();
  return (
    <Layout>
      <Suspense fallback={<Loading />}>
        {/* Keyed: whoever goes elsewhere leaves a failure behind. */}
        <FailureBoundary key={path}>
          <CurrentPage />
        </FailureBoundary>
      </Suspense>
    </Layout>
  );
}
