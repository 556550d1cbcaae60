import type { Orchestration } from '@coverwright/contracts';
import { titleOfRun } from './describe-run.ts';

export type NotifyState = 'on' | 'off' | 'denied';

/** Browsers keep notifications for pages that are served safely: over HTTPS, or from this very machine. */
export const canNotify = (): boolean => 'Notification' in window && window.isSecureContext;

export function readNotifyState(): NotifyState {
  if (!canNotify() || Notification.permission === 'default') return 'off';
  return Notification.permission === 'granted' ? 'on' : 'denied';
}

export async function requestNotify(): Promise<NotifyState> {
  await Notification.requestPermission();
  return readNotifyState();
}

/** Says outside the page that a run is over, where that was asked for and nobody looks at the page. */
export function notifyRunEnd(run: Orchestration, company: string): void {
  if (readNotifyState() !== 'on' || document.visibilityState === 'visible') return;
  const shown = show(`${titleOfRun(undefined, run)}: ${company}`, run.job_id);
  if (shown === null) return;
  shown.onclick = () => {
    window.focus();
    shown.close();
  };
}

/** Some browsers of phones have the permission, and refuse the page all the same: there a service worker would have to ask. */
function show(title: string, tag: string): Notification | null {
  try {
    return new Notification(title, { tag });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
