import { pagePaths, type ListedApplication } from '@coverwright/contracts';
import { Link } from 'react-router';
import { Since } from '../../../components/since.tsx';
import { Tag } from '../../../components/tag.tsx';
import { formatDate } from '../../../lib/format-time.ts';

export function ApplicationList({ applications }: { applications: ListedApplication[] }) {
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
            <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-sm text-ink-soft">
              {application.sent && (
                <Tag tone="good">
                  version {application.sent.version} sent {formatDate(application.sent.sent_at)}
                </Tag>
              )}
              <Tag>{application.status}</Tag>
              <Since time={application.last_activity_at} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
