import { pagePaths, type ListedApplication } from '@coverwright/contracts';
import { memo, useEffect, useRef, type RefObject } from 'react';
import { Since } from '../../../components/since.tsx';
import { SentTag } from './sent-tag.tsx';
import { StatusChoice } from './status-choice.tsx';
import { Link } from '../../../lib/router/link.tsx';

interface BoardCardProps {
  application: ListedApplication;
  /** The id of the card that the keyboard has moved: it comes up anew in another column, and is where to go on. */
  followed: RefObject<string | null>;
  onStatus: (application: ListedApplication, status: string) => void;
}

export const BoardCard = memo(function BoardCard({ application, followed, onStatus }: BoardCardProps) {
  const { id, company_name, job_title } = application;
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (followed.current === id) link.current?.focus();
  }, [followed, id]);
  return (
    <li
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData('text/plain', id);
        event.dataTransfer.effectAllowed = 'move';
      }}
      className="far-row relative cursor-grab rounded-lg border border-line bg-surface p-3 shadow-xs hover:border-line-strong"
    >
      <Link
        ref={link}
        to={pagePaths.application(id)}
        draggable={false}
        data-card={id}
        className="block font-serif leading-snug font-semibold text-ink no-underline after:absolute after:inset-0 hover:underline"
      >
        {company_name}
      </Link>
      <p className="text-sm text-ink-soft">{job_title}</p>
      <p className="mt-2 flex flex-wrap items-center justify-between gap-x-3 gap-y-1 text-xs text-ink-soft">
        <Since time={application.last_activity_at} />
        <SentTag application={application} />
      </p>
      <div className="relative z-1 mt-2">
        <StatusChoice
          quiet
          label={`Status of ${company_name}`}
          status={application.status}
          onStatus={(status) => onStatus(application, status)}
        />
      </div>
    </li>
  );
});
