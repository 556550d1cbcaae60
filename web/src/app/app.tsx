import { Suspense } from 'react';
import { Loading } from '../components/loading.tsx';
import type { FirstView } from '../early.ts';
import { matchPath } from '../lib/router/match-path.ts';
import { RouteParams, usePath } from '../lib/router/router.tsx';
import { FailureBoundary } from './failure-boundary.tsx';
import { Layout } from './layout.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { routes } from './routes.tsx';

interface AppProps {
  /** The view that is there already: it is drawn at once, without a pause in which it loads. */
  first: FirstView | null;
}

function CurrentPage({ first }: AppProps) {
  const path = usePath();
  for (const [pattern, LazyPage] of routes) {
    const params = matchPath(pattern, path);
    if (params) {
      const Page = first?.pattern === pattern ? first.Page : LazyPage;
      return (
        <RouteParams key={pattern} value={params}>
          <Page />
        </RouteParams>
      );
    }
  }
  return <NotFoundPage />;
}

export function App({ first }: AppProps) {
  const path = usePath();
  return (
    <Layout>
      <Suspense fallback={<Loading />}>
        {/* Keyed: whoever goes elsewhere leaves a failure behind. */}
        <FailureBoundary key={path}>
          <CurrentPage first={first} />
        </FailureBoundary>
      </Suspense>
    </Layout>
  );
}
