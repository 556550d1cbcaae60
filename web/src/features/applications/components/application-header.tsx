import { pagePaths, suggestedStatuses, type Application } from '@coverwright/contracts';
import { useId } from 'react';
import { Link } from 'react-router';
import { ExternalLink } from '../../../components/external-link.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { usePatchApplication } from '../api/patch-application.ts';

function StatusChoice({ application }: { application: Application }) {
  const id = useId();
  const patch = usePatchApplication(application.id);
  const choices = [...new Set<string>([...suggestedStatuses, application.status])];
  return (
    <div>
      <label htmlFor={id} className="mr-2 text-sm text-ink-soft">
        Status
      </label>
      <select
        id={id}
        value={patch.isPending ? patch.variables.status : application.status}
        onChange={(event) => patch.mutate({ status: event.target.value })}
        className="min-h-10 rounded-md border border-line-strong bg-surface px-2 text-sm"
      >
        {choices.map((status) => (
          <option key={status}>{status}</option>
        ))}
      </select>
      <ProblemNotice error={patch.error} />
    </div>
  );
}

export function ApplicationHeader({ application }: { application: Application }) {
  const { company_url, job_url, job_description, location, remote, employment_type, salary } = application;
  const facts = [location, remote, employment_type, salary].filter((fact) => fact);
  return (
    <header>
      <p className="mb-2 text-sm">
        <Link to={pagePaths.list}>All applications</Link>
      </p>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="font-serif text-3xl font-semibold leading-tight tracking-tight">{application.company_name}</h1>
          <p className="mt-1 text-lg text-ink-soft">{application.job_title}</p>
          {facts.length > 0 && <p className="mt-1 text-sm text-ink-soft">{facts.join(' · ')}</p>}
        </div>
        <StatusChoice application={application} />
      </div>
      {(company_url || job_url) && (
        <p className="mt-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {company_url && <ExternalLink href={company_url}>Website of the company</ExternalLink>}
          {job_url && <ExternalLink href={job_url}>The job posting</ExternalLink>}
        </p>
      )}
      {job_description && (
        <details className="mt-3 text-sm">
          <summary className="w-fit text-accent">Text of the posting</summary>
          <p className="mt-2 max-w-prose whitespace-pre-wrap">{job_description}</p>
        </details>
      )}
    </header>
  );
}
