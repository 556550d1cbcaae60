import { pagePaths } from '@coverwright/contracts';
import { Button } from '../../../components/button.tsx';
import { Loading } from '../../../components/loading.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useResume } from '../../resume/api/get-resume.ts';
import { ResumeStart } from '../../resume/components/resume-start.tsx';
import { Link } from '../../../lib/router/link.tsx';

export function ResumeStep() {
  const resume = useResume();
  if (resume.error) {
    return (
      <ProblemNotice error={resume.error}>
        <Button onClick={() => void resume.refetch()}>Try again</Button>
      </ProblemNotice>
    );
  }
  if (!resume.data) return <Loading what="Looking for your resume" />;
  if (resume.data.content === null) return <ResumeStart sample={resume.data.sample} />;
  const isSample = resume.data.content === resume.data.sample;
  return (
    <p className="max-w-prose">
      {isSample ? 'The sample resume is in place: good for a look around. ' : 'Your resume is in place. '}
      <Link to={pagePaths.resume}>{isSample ? 'Put yours there' : 'Look at it'}</Link>
    </p>
  );
}
