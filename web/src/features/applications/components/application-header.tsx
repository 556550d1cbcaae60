import { pagePaths, type Application } from '@coverwright/contracts';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { ExternalLink } from '../../../components/external-link.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { usePatchApplication } from '../api/patch-application.ts';
import { StatusChoice } from './status-choice.tsx';
import { Link } from '../../../lib/router/link.tsx';

const DeleteApplication = lazy(async () => ({ default: (await import('./delete-application.tsx')).DeleteApplication }));

export function ApplicationHeader({ application }: { application: Application }) {
  const [deleting, setDeleting] = useState(false);
  const patch = usePatchApplication(application.id);
  const status = patch.isPending ? (patch.variables.status ?? application.status) : application.status;
  const { company_url, job_url, job_description, location, remote, employment_type, salary } = application;
  const facts = [location, remote, employment_type, salary].filter((fact) => fact);
  return (
    <header className="print:hidden">
      <p className="mb-1 text-sm">
        <Link to={pagePaths.list}>All applications</Link>
      </p>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="font-serif text-3xl leading-tight font-semibold tracking-tight">{application.company_name}</h1>
          <p className="mt-0.5 text-lg text-ink-soft">{application.job_title}</p>
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <StatusChoice label="Status" status={status} onStatus={(next) => patch.mutate({ status: next })} />
          <Button look="quiet" onClick={() => setDeleting(true)}>
            Delete …
          </Button>
        </div>
      </div>
      {deleting && (
        <Suspense>
          <DeleteApplication application={application} onClose={() => setDeleting(false)} />
        </Suspense>
      )}
      <ProblemNotice error={patch.error} />
      <div className="mt-2 flex flex-wrap items-baseline gap-x-5 gap-y-1 text-sm text-ink-soft">
        {facts.length > 0 && <p>{facts.join(' · ')}</p>}
        {company_url && <ExternalLink href={company_url}>Website of the company</ExternalLink>}
        {job_url && <ExternalLink href={job_url}>The job posting</ExternalLink>}
        {job_description && (
          <details className="open:basis-full">
            <summary className="w-fit text-accent">Text of the posting</summary>
            <p className="mt-2 max-h-96 max-w-prose overflow-y-auto whitespace-pre-wrap text-ink" tabIndex={0}>
              {job_description}
            </p>
          </details>
        )}
      </div>
    </header>
  );
}
