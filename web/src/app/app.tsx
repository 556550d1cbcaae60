import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { Loading } from '../components/loading.tsx';
import { Layout } from './layout.tsx';
import { NotFoundPage } from './not-found-page.tsx';

const ApplicationsPage = lazy(async () => ({
  default: (await import('../features/applications/components/applications-page.tsx')).ApplicationsPage,
}));
const ApplicationPage = lazy(async () => ({
  default: (await import('../features/applications/components/application-page.tsx')).ApplicationPage,
}));
const DocumentPage = lazy(async () => ({ default: (await import('../features/documents/components/document-page.tsx')).DocumentPage }));
const ResumePage = lazy(async () => ({ default: (await import('../features/resume/components/resume-page.tsx')).ResumePage }));

export function App() {
  return (
    <Layout>
      <Suspense fallback={<Loading />}>
        <Routes>
          <Route path="/" element={<ApplicationsPage />} />
          <Route path="/applications/:id" element={<ApplicationPage />} />
          <Route path="/applications/:id/documents/:documentId" element={<DocumentPage />} />
          <Route path="/resume" element={<ResumePage />} />
          <Route path="*" element={<NotFoundPage />} />
        </Routes>
      </Suspense>
    </Layout>
  );
}
