import type { LetterCheck } from '@coverwright/contracts';
import { findMissingResearch } from '../find-missing-research.ts';

/** A letter without research reads well all the same; so it is said beside it. */
export function MissingResearch({ checks }: { checks: LetterCheck[] }) {
  const reason = findMissingResearch(checks);
  if (reason === null) return null;
  return (
    <p role="note" className="mb-5 rounded-md bg-warn-soft px-4 py-2 text-sm text-warn">
      <strong className="font-medium">Written without research.</strong> {reason} What it says of the company comes from the application
      alone.
    </p>
  );
}
