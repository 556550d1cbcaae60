import { lazy, Suspense } from 'react';
import { Loading } from '../../../components/loading.tsx';
import { Panel } from '../../../components/panel.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useResume } from '../api/get-resume.ts';

const ResumeStart = lazy(async () => ({ default: (await import('./resume-start.tsx')).ResumeStart }));

/** Asks for the base resume while there is none. */
export function ResumeNotice() {
  const resume = useResume();
  if (resume.error) return <ProblemNotice error={resume.error} />;
  if (!resume.data || resume.data.content !== null) return null;
  return (
    <Panel title="Your resume comes first" className="border-l-4 border-l-warn print:hidden">
      <Suspense fallback={<Loading />}>
        <ResumeStart sample={resume.data.sample} />
      </Suspense>
    </Panel>
  );
}
