import { orchestrateSchema, type Orchestration, type OrchestrateRequest } from '@coverwright/contracts';
import { useState, type FormEvent } from 'react';
import { Button } from '../../../components/button.tsx';
import { Field } from '../../../components/field.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { isActive } from '../../live/live-application.ts';
import { useStartRun } from '../../orchestrations/api/start-run.ts';
import { LetterWishes } from '../../orchestrations/components/letter-wishes.tsx';
import { noWishes, toRequest } from '../../orchestrations/wishes.ts';

/** Asks for another version from the same notes, with wishes. */
export function RewriteForm({ applicationId, run }: { applicationId: string; run: Orchestration | undefined }) {
  const start = useStartRun(applicationId);
  const [feedback, setFeedback] = useState('');
  const [wishes, setWishes] = useState(noWishes);
  const [problem, setProblem] = useState<string>();
  const busy = isActive(run);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy || start.isPending) return;
    const request: OrchestrateRequest = {
      action: 'write_only',
      ...(feedback.trim() === '' ? {} : { feedback }),
      ...toRequest(wishes),
    };
    const valid = orchestrateSchema.safeParse(request);
    setProblem(valid.success ? undefined : 'Shorten this to 4000 characters.');
    if (valid.success) start.mutate(request, { onSuccess: () => setFeedback('') });
  };

  return (
    <form onSubmit={submit} className="space-y-4">
      <Field
        label="What should be different?"
        value={feedback}
        onValue={setFeedback}
        rows={3}
        problem={problem}
        help="For example: more about the night shifts, less about the degree. It can steer the letter, but add no facts: those come from your resume."
      />
      <LetterWishes wishes={wishes} onWishes={setWishes} />
      <ProblemNotice error={start.error} />
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" inactive={busy || start.isPending}>
          Write another version
        </Button>
        {busy && <span className="text-sm text-ink-soft">A run is under way.</span>}
      </div>
    </form>
  );
}
