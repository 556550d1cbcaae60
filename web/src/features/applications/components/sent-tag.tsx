import { pagePaths, type ListedApplication } from '@coverwright/contracts';
import { formatDate } from '../../../lib/format-time.ts';
import { Link } from '../../../lib/router/link.tsx';

/** Which letter went out, and when. */
export function SentTag({ application: { id, sent } }: { application: Pick<ListedApplication, 'id' | 'sent'> }) {
  if (sent === null) return null;
  return (
    <Link
      to={pagePaths.document(id, sent.document_id)}
      className="relative z-1 inline-block rounded bg-accent-soft px-2 py-0.5 text-xs font-medium no-underline hover:underline"
    >
      version {sent.version} sent {formatDate(sent.sent_at)}
    </Link>
  );
}
