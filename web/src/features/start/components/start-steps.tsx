import { useResume } from '../../resume/api/get-resume.ts';
import { NewApplicationButton } from '../../applications/components/new-application-button.tsx';
import { EngineStep } from './engine-step.tsx';
import { ResumeStep } from './resume-step.tsx';
import { StartStep } from './start-step.tsx';

/** From nothing to a letter in three steps, none of which stands in the way of the others. */
export function StartSteps({ onNew }: { onNew: () => void }) {
  const resume = useResume();
  const hasResume = typeof resume.data?.content === 'string';
  return (
    <div className="mx-auto max-w-3xl space-y-8">
      <header>
        <h1 className="font-serif text-3xl leading-tight font-semibold tracking-tight text-balance sm:text-4xl">
          Letters from your own resume, with a source for every sentence
        </h1>
        <p className="mt-3 max-w-prose text-ink-soft sm:text-lg">
          Three steps to the first one. Everything stays on this machine, nothing is invented, and every version is kept.
        </p>
      </header>
      <ol className="space-y-4" aria-label="Three steps to the first letter">
        <StartStep number={1} title="Your resume" state={hasResume ? 'done' : 'now'}>
          <ResumeStep />
        </StartStep>
        <StartStep number={2} title="Who writes" state={hasResume ? 'done' : 'later'}>
          <EngineStep />
        </StartStep>
        <StartStep number={3} title="Your first application" state={hasResume ? 'now' : 'later'}>
          <p className="mb-4 max-w-prose text-ink-soft">
            Paste the link of a job posting, or type company and title. On the page of the application,{' '}
            <strong className="font-medium text-ink">Research + Draft Cover Letter</strong> does the rest while you watch.
          </p>
          <NewApplicationButton onPress={onNew} />
        </StartStep>
      </ol>
    </div>
  );
}
