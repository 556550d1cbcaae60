import { orchestrateSchema, type Action, type Orchestration, type OrchestrateRequest } from '@coverwright/contracts';
import { lazy, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Disclosure } from '../../../components/disclosure.tsx';
import { Field } from '../../../components/field.tsx';
import { Panel } from '../../../components/panel.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { completeUrl } from '../../../lib/complete-url.ts';
import { isActive } from '../../live/live-application.ts';
import { useStartRun } from '../api/start-run.ts';
import { noWishes, toRequest } from '../wishes.ts';

const LetterWishes = lazy(async () => ({ default: (await import('./letter-wishes.tsx')).LetterWishes }));

interface AutomationsPanelProps {
  applicationId: string;
  run: Orchestration | undefined;
}

export function AutomationsPanel({ applicationId, run }: AutomationsPanelProps) {
  const start = useStartRun(applicationId);
  const [url, setUrl] = useState('');
  const [wishes, setWishes] = useState(noWishes);
  const [urlProblem, setUrlProblem] = useState<string>();
  const inactive = isActive(run) || start.isPending;

  const begin = (action: Action) => {
    const address = completeUrl(url);
    const request: OrchestrateRequest = {
      action,
      ...(action !== 'write_only' && address !== '' ? { url: address } : {}),
      ...(action === 'research_only' ? {} : toRequest(wishes)),
    };
    const valid = orchestrateSchema.safeParse(request);
    setUrlProblem(valid.error?.issues.find((issue) => issue.path[0] === 'url')?.message);
    if (valid.success) start.mutate(request);
  };

  return (
    <Panel title="Automations">
      <div className="space-y-4">
        {/* While a run is under way its steps take the room; what was typed is kept. */}
        {!isActive(run) && (
          <>
            <Field
              label="URL to research (optional)"
              value={url}
              onValue={setUrl}
              problem={urlProblem && `The address ${urlProblem}.`}
              help="A page about the company or the job. Without one, the links of this application are read."
              inputProps={{ inputMode: 'url', placeholder: 'https://' }}
            />
            <Disclosure quiet title="Tone and length">
              <LetterWishes wishes={wishes} onWishes={setWishes} />
            </Disclosure>
          </>
        )}
        <div className="flex flex-wrap gap-2">
          <Button look="primary" className="w-full" inactive={inactive} onClick={() => begin('research_then_write')}>
            Research + Draft Cover Letter
          </Button>
          <Button className="flex-1 px-1!" inactive={inactive} onClick={() => begin('research_only')}>
            Only research
          </Button>
          <Button className="flex-1 px-1!" inactive={inactive} onClick={() => begin('write_only')}>
            Only write
          </Button>
        </div>
        <ProblemNotice error={start.error} />
      </div>
    </Panel>
  );
}
