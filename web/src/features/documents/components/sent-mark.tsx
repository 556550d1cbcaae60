import type { Document } from '@coverwright/contracts';
import { Button } from '../../../components/button.tsx';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { formatDate } from '../../../lib/format-time.ts';
import { useMarkSent } from '../api/mark-sent.ts';

/** Which version went out, and when. */
export function SentMark({ document }: { document: Document }) {
  const mark = useMarkSent(document);
  const isSent = document.sent_at !== null;
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-center gap-3">
        <Button inactive={mark.isPending} onClick={() => mark.mutate(!isSent)}>
          {isSent ? 'Not sent after all' : 'Mark as sent'}
        </Button>
        <span role="status" className="text-sm text-ink-soft">
          {document.sent_at !== null && `Version ${document.version} is marked as sent, ${formatDate(document.sent_at)}.`}
        </span>
      </div>
      <ProblemNotice error={mark.error} />
    </div>
  );
}
