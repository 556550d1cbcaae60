import { pagePaths, type Application } from '@coverwright/contracts';
import { Link } from 'react-router';
import { Since } from '../../../components/since.tsx';
import { Tag } from '../../../components/tag.tsx';

export function ApplicationList({ applications }: { applications: Application[] }) {
  return (
    <ul aria-label="Applications" className="divide-y divide-line rounded-lg border border-line bg-surface">
      {applications.map((application) => (
        <li key={application.id} className="relative px-4 py-4 first:rounded-t-lg last:rounded-b-lg hover:bg-sunken sm:px-6">
          <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
            <div className="min-w-0">
              <Link
                to={pagePaths.application(application.id)}
                className="font-serif text-lg font-semibold text-ink no-underline after:absolute after:inset-0 hover:underline"
              >
                {application.company_name}
              </Link>
              <p className="text-ink-soft">{application.job_title}</p>
            </div>
            <p className="flex items-baseline gap-3 text-sm text-ink-soft">
              <Tag>{application.status}</Tag>
              <Since time={application.last_activity_at} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
