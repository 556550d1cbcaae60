import { useState, type FormEvent } from 'react';
import { Button } from '../../../components/button.tsx';
import { Field } from '../../../components/field.tsx';
import { Meter } from '../../../components/meter.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useCancelPull, usePullModel } from '../api/pull-model.ts';
import { describePull } from '../describe-pull.ts';
import type { SystemWithPulls } from '../model-pulls.ts';

/** Fetches a model to the model server, with its progress, and stops that. */
export function ModelPull({ system }: { system: SystemWithPulls }) {
  const pull = usePullModel();
  const cancel = useCancelPull();
  const [model, setModel] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (model.trim() !== '' && !pull.isPending) pull.mutate(model.trim(), { onSuccess: () => setModel('') });
  };
  return (
    <div className="space-y-4">
      <form onSubmit={submit} className="space-y-3">
        <Field
          label="Model to fetch"
          value={model}
          onValue={setModel}
          help="A name from the library of Ollama, for instance qwen3:4b: about 2.5 GB, good on most machines. It needs a running Ollama."
          inputProps={{ autoComplete: 'off', placeholder: 'qwen3:4b' }}
        />
        <Button type="submit" inactive={model.trim() === '' || pull.isPending}>
          Fetch the model
        </Button>
      </form>
      <ProblemNotice error={pull.error ?? cancel.error} />
      {system.pulls.length > 0 && (
        <ul aria-label="Models on their way" className="space-y-3">
          {system.pulls.map((each) => (
            <li key={each.model}>
              <p className="flex flex-wrap justify-between gap-x-4 text-sm">
                <span className="font-medium">{each.model}</span>
                <span className={each.status === 'failure' ? 'text-bad' : 'text-ink-soft'}>{describePull(each)}</span>
              </p>
              {each.status === 'pulling' && (
                <div className="flex items-center gap-3">
                  <div className="min-w-0 flex-1">
                    <Meter label={`Fetching ${each.model}`} percent={each.percent} />
                  </div>
                  <Button aria-label={`Stop fetching ${each.model}`} inactive={cancel.isPending} onClick={() => cancel.mutate(each.model)}>
                    Stop
                  </Button>
                </div>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
