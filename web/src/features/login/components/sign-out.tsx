import { apiPaths } from '@coverwright/contracts';
import { useSession } from '../api/get-session.ts';

/** The way out, where there was a way in. A form of the browser's own: what was on the page goes with the page. */
export function SignOut() {
  const { data } = useSession();
  if (data?.login !== 'token') return null;
  return (
    <form method="post" action={apiPaths.logout}>
      <button type="submit" className="min-h-10 cursor-pointer text-ink-soft hover:underline">
        Sign out
      </button>
    </form>
  );
}
