import { Loading } from '../../../components/loading.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { useSystem } from '../../system/api/get-system.ts';
import { ModelPull } from '../../system/components/model-pull.tsx';

/** Which model was found; how to get one; and that none is needed. */
export function EngineStep() {
  const { data, error } = useSystem();
  if (error) return <ProblemNotice error={error} />;
  if (!data) return <Loading what="Looking for a model" />;
  const { engine } = data;
  if (engine.provider !== 'offline' && engine.reachable && engine.model !== null) {
    return (
      <p className="max-w-prose">
        A model was found and will write: <strong className="font-medium">{engine.model}</strong>.
      </p>
    );
  }
  return (
    <div className="space-y-4">
      <p className="max-w-prose">
        {engine.message} You can go on without one: the built-in composer writes a plain, careful letter from your resume.
      </p>
      <ModelPull system={data} />
    </div>
  );
}
