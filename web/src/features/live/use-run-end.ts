import type { Orchestration } from '@coverwright/contracts';
import { useEffect, useRef, useState } from 'react';
import { notifyRunEnd } from '../orchestrations/notify.ts';
import { findEndedRuns } from './find-ended-runs.ts';
import { isActive } from './live-application.ts';

/** The run that ended while the page was open, said outside the page too where that was wished; until it is dismissed or another one starts. */
export function useRunEnd(runs: Orchestration[] | undefined, company: string): { ended: Orchestration | null; dismiss: () => void } {
  const settled = useRef<ReadonlySet<string> | null>(null);
  const [ended, setEnded] = useState<Orchestration | null>(null);

  useEffect(() => {
    if (runs === undefined) return;
    const found = findEndedRuns(settled.current, runs);
    settled.current = found.settled;
    if (found.ended[0]) {
      setEnded(found.ended[0]);
      notifyRunEnd(found.ended[0], company);
    } else if (runs.some(isActive)) setEnded(null);
  }, [runs, company]);

  return { ended, dismiss: () => setEnded(null) };
}
