import { Button } from '../../../components/button.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Panel } from '../../../components/panel.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { usePageTitle } from '../../../lib/use-page-title.ts';
import { useResume } from '../api/get-resume.ts';
import { PastLetters } from './past-letters.tsx';
import { ResumeEditor } from './resume-editor.tsx';
import { ResumeHistory } from './resume-history.tsx';
import { ResumeImport } from './resume-import.tsx';
import { ResumeNotice } from './resume-notice.tsx';

/** All that letters are written from about the person. */
export function ResumePage() {
  usePageTitle('Your resume');
  const resume = useResume();
  const content = resume.data?.content ?? null;
  return (
    <div className="mx-auto max-w-5xl space-y-6">
      <header>
        <h1 className="font-serif text-3xl font-semibold tracking-tight">Your resume</h1>
        <p className="mt-1 max-w-prose text-ink-soft">
          Every letter is written from this and says nothing about you that it does not support. It stays on this machine.
        </p>
      </header>
      <ProblemNotice error={resume.error}>
        <Button onClick={() => void resume.refetch()}>Try again</Button>
      </ProblemNotice>
      {resume.isPending && <Loading what="Loading your resume" />}
      {content === null ? (
        <ResumeNotice />
      ) : (
        <>
          <Panel title="Base resume">{resume.data && <ResumeEditor key={resume.data.sha256} resume={{ ...resume.data, content }} />}</Panel>
          <Panel title="Import">
            <ResumeImport withPaste />
          </Panel>
        </>
      )}
      <Panel title="Earlier versions">
        <ResumeHistory />
      </Panel>
      <Panel title="Past letters">
        <PastLetters />
      </Panel>
    </div>
  );
}
