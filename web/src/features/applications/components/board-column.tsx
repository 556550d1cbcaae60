import type { ListedApplication } from '@coverwright/contracts';
import { useId, useState, type DragEvent, type RefObject } from 'react';
import { Button } from '../../../components/button.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { ShowMore } from '../../../components/show-more.tsx';
import { useApplications } from '../api/list-applications.ts';
import { dotOf } from '../status-tone.ts';
import { BoardCard } from './board-card.tsx';

interface BoardColumnProps {
  status: string;
  q: string;
  /** How many there are in all, whatever is looked for. */
  count: number;
  followed: RefObject<string | null>;
  onStatus: (application: ListedApplication, status: string) => void;
  onDropId: (id: string, status: string) => void;
}

/** All applications of one status; cards can be dropped on it. */
export function BoardColumn({ status, q, count, followed, onStatus, onDropId }: BoardColumnProps) {
  const headingId = useId();
  const applications = useApplications({ q, status, sort: 'activity' });
  const [over, setOver] = useState(false);

  const drag = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: (event: DragEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      onDropId(event.dataTransfer.getData('text/plain'), status);
    },
  };
  return (
    <section
      {...drag}
      aria-labelledby={headingId}
      className={`flex w-[80vw] max-w-72 shrink-0 snap-start sm:w-auto sm:min-w-52 sm:flex-1 flex-col rounded-xl border p-2 ${over ? 'border-accent bg-accent-soft' : 'border-line bg-sunken'}`}
    >
      <h2 className="flex items-center gap-2 px-2 pt-1 pb-2 text-sm font-semibold">
        <span aria-hidden="true" className={`size-2 shrink-0 rounded-full ${dotOf(status)}`} />
        <span id={headingId} className="min-w-0 truncate">
          {status}
        </span>
        <span className="ml-auto text-xs font-normal text-ink-soft tabular-nums">{count}</span>
      </h2>
      <ProblemNotice error={applications.error}>
        <Button onClick={() => void applications.refetch()}>Try again</Button>
      </ProblemNotice>
      <ul aria-labelledby={headingId} data-column={status} className="flex min-h-16 flex-1 flex-col gap-2">
        {applications.data?.map((application) => (
          <BoardCard key={application.id} application={application} followed={followed} onStatus={onStatus} />
        ))}
      </ul>
      {applications.hasNextPage && <ShowMore busy={applications.isFetchingNextPage} onMore={() => void applications.fetchNextPage()} />}
    </section>
  );
}
