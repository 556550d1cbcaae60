import { apiPaths } from '@coverwright/contracts';
import type { ReactNode } from 'react';
import { Button } from '../../../components/button.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Panel } from '../../../components/panel.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { Tag } from '../../../components/tag.tsx';
import { formatBytes } from '../../../lib/format-bytes.ts';
import { usePageTitle } from '../../../lib/use-page-title.ts';
import { useSystem } from '../api/get-system.ts';
import type { SystemWithPulls } from '../model-pulls.ts';
import { DataPanel } from './data-panel.tsx';
import { EnginePanel } from './engine-panel.tsx';
import { QueueTable } from './queue-table.tsx';

/** While the page is open, the queue is looked at often enough to see it move. */
const watchPauseMs = 5000;

function Part({ ok, children }: { ok: boolean; children: ReactNode }) {
  return (
    <p className="flex flex-wrap items-baseline gap-3">
      <Tag tone={ok ? 'good' : 'bad'}>{ok ? 'works' : 'does not work'}</Tag>
      <span className="min-w-0">{children}</span>
    </p>
  );
}

function SystemView({ system }: { system: SystemWithPulls }) {
  const { queue, database, storage, versions } = system;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <EnginePanel system={system} />
      <div className="grid min-w-0 gap-6">
        <Panel
          title="Queue"
          aside={
            <a href={apiPaths.queues} target="_blank" rel="noreferrer">
              Open Bull Board
            </a>
          }
        >
          <Part ok={queue.ok}>{queue.detail}</Part>
          <QueueTable queues={queue.queues} />
        </Panel>
        <Panel title="Storage">
          <div className="space-y-3">
            <Part ok={storage.ok}>
              {storage.detail}
              {storage.free_bytes !== null && `, ${formatBytes(storage.free_bytes)} free`}
            </Part>
            <p className="text-sm text-ink-soft">
              Letters and resume: <code className="font-mono text-ink">{storage.content_dir}</code>
            </p>
            <Part ok={database.ok}>
              {database.type === 'sqlite' ? 'SQLite' : 'PostgreSQL'}: {database.detail}
            </Part>
          </div>
        </Panel>
      </div>
      <div className="lg:col-span-2">
        <DataPanel />
      </div>
      <Panel title="Versions" className="lg:col-span-2">
        <dl className="flex flex-wrap gap-x-8 gap-y-1 text-sm">
          {Object.entries(versions).map(([name, version]) => (
            <div key={name} className="flex gap-2">
              <dt className="text-ink-soft">{name}</dt>
              <dd>{version}</dd>
            </div>
          ))}
          <div className="flex gap-2">
            <dt className="text-ink-soft">migrations</dt>
            <dd>{database.migrations.length}</dd>
          </div>
        </dl>
        <p className="mt-4 text-sm">
          <a href={apiPaths.docs}>The API describes itself</a>
        </p>
      </Panel>
    </div>
  );
}

/** How the instance is, and what can be done with all of it. */
export function SystemPage() {
  usePageTitle('System');
  const system = useSystem(watchPauseMs);
  return (
    <div className="mx-auto max-w-6xl space-y-6">
      <header>
        <h1 className="font-serif text-3xl font-semibold tracking-tight">System</h1>
        <p className="mt-1 max-w-prose text-ink-soft">What writes, what waits, where your things are, and how to take them along.</p>
      </header>
      <ProblemNotice error={system.error}>
        <Button onClick={() => void system.refetch()}>Try again</Button>
      </ProblemNotice>
      {system.isPending && <Loading what="Asking how the system is" />}
      {system.data && <SystemView system={system.data} />}
    </div>
  );
}
