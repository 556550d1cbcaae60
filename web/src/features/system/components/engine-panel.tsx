import { Panel } from '../../../components/panel.tsx';
import { Tag } from '../../../components/tag.tsx';
import { describeEngine } from '../describe-engine.ts';
import type { SystemWithPulls } from '../model-pulls.ts';
import { ModelPull } from './model-pull.tsx';

/** As many as are taken in at a glance; the others on demand. */
const fewModels = 6;

function Models({ models }: { models: string[] }) {
  if (models.length <= fewModels) return models.length === 0 ? 'none' : models.join(', ');
  return (
    <details>
      <summary className="w-fit">
        {models.slice(0, fewModels).join(', ')} and {models.length - fewModels} more
      </summary>
      {models.slice(fewModels).join(', ')}
    </details>
  );
}

/** Which engine writes, why, and which models there are. */
export function EnginePanel({ system }: { system: SystemWithPulls }) {
  const { engine } = system;
  const { words, tone } = describeEngine(engine);
  return (
    <Panel title="Engine" aside={<Tag tone={tone}>{words}</Tag>}>
      <div className="space-y-4">
        <p>{engine.message}</p>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-6 gap-y-1 text-sm">
          <dt className="text-ink-soft">Asked for</dt>
          <dd>{engine.configured}</dd>
          {engine.host !== null && (
            <>
              <dt className="text-ink-soft">Address</dt>
              <dd>{engine.host}</dd>
            </>
          )}
          {engine.chat_model !== null && (
            <>
              <dt className="text-ink-soft">Chat</dt>
              <dd>{engine.chat_model}</dd>
            </>
          )}
          <dt className="text-ink-soft">Context</dt>
          <dd>{engine.num_ctx} tokens</dd>
          <dt className="text-ink-soft">Models</dt>
          <dd>
            <Models models={engine.models} />
          </dd>
        </dl>
        <div className="border-t border-line pt-4">
          <ModelPull system={system} />
        </div>
      </div>
    </Panel>
  );
}
