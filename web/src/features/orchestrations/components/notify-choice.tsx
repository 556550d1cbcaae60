import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { canNotify, readNotifyState, requestNotify } from '../notify.ts';

/** Offers a notification for when the run is over. The browser asks only after a click on it. */
export function NotifyChoice() {
  const [state, setState] = useState(readNotifyState);
  if (!canNotify()) return null;
  if (state === 'denied') return <p className="text-sm text-ink-soft">Notifications are switched off for this page in the browser.</p>;
  if (state === 'on') return <p className="text-sm text-ink-soft">You will be notified when it is over.</p>;
  return (
    <Button look="quiet" className="px-2!" onClick={() => void requestNotify().then(setState)}>
      Notify me when it is over
    </Button>
  );
}
