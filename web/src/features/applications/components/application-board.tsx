import type { ListedApplication } from '@coverwright/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, type KeyboardEvent } from 'react';
import { useStatusCounts } from '../api/count-statuses.ts';
import { findStep } from '../board-keys.ts';
import { findListed } from '../find-listed.ts';
import { orderStatuses } from '../status-tone.ts';
import { BoardColumn } from './board-column.tsx';

interface ApplicationBoardProps {
  q: string;
  onStatus: (application: ListedApplication, status: string) => void;
}

const cardsOf = (column: Element): HTMLElement[] => [...column.querySelectorAll<HTMLElement>('[data-card]')];

/** A column for each status. Cards are moved with the mouse, with their own choice, or with the keys. */
export function ApplicationBoard({ q, onStatus }: ApplicationBoardProps) {
  const client = useQueryClient();
  const counts = useStatusCounts();
  /** The card that was moved by key: it is drawn anew in another column, and is where to go on. */
  const followed = useRef<string | null>(null);
  const statuses = orderStatuses(counts.data?.map(({ status }) => status) ?? []);

  const move = (id: string, status: string) => {
    const application = findListed(client, id);
    if (application && application.status !== status) onStatus(application, status);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const id = (event.target as HTMLElement).dataset['card'];
    const columns = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-column]')];
    const column = columns.findIndex((each) => each.contains(event.target as Node));
    const step = id === undefined || column === -1 ? null : findStep(event, columns.length, column);
    if (step === null || id === undefined) return;
    event.preventDefault();
    const target = columns[step.column];
    if (step.kind === 'move') {
      followed.current = id;
      return move(id, target?.dataset['column'] ?? '');
    }
    followed.current = null;
    const here = columns[column];
    const at = here ? cardsOf(here).indexOf(event.target as HTMLElement) : 0;
    if (step.kind === 'row' && here) return cardsOf(here)[at + step.by]?.focus();
    // The next column that has a card, in that direction.
    const ahead = step.column > column ? columns.slice(step.column) : columns.slice(0, step.column + 1).reverse();
    const cards = ahead.map(cardsOf).find(({ length }) => length > 0);
    cards?.[Math.min(at, cards.length - 1)]?.focus();
  };

  return (
    <div>
      <p className="mb-3 text-sm text-ink-soft max-sm:hidden">
        Drag a card to another column, choose its status on the card, or press <kbd>Shift</kbd> with <kbd>←</kbd> or <kbd>→</kbd>. Arrows
        alone go from card to card.
      </p>
      <div
        role="group"
        aria-label="Board"
        tabIndex={-1}
        onKeyDown={onKeyDown}
        onBlur={() => (followed.current = null)}
        className="-mx-4 flex min-h-96 snap-x scroll-px-4 items-stretch gap-3 overflow-x-auto px-4 sm:scroll-px-6 lg:scroll-px-8 pb-4 sm:-mx-6 sm:px-6 lg:-mx-8 lg:px-8"
      >
        {statuses.map((status) => (
          <BoardColumn
            key={status}
            status={status}
            q={q}
            count={counts.data?.find((each) => each.status === status)?.count ?? 0}
            followed={followed}
            onStatus={onStatus}
            onDropId={move}
          />
        ))}
      </div>
    </div>
  );
}
