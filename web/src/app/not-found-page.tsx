import { pagePaths } from '@coverwright/contracts';
import { usePageTitle } from '../lib/use-page-title.ts';
import { Link } from '../lib/router/link.tsx';

export function NotFoundPage() {
  usePageTitle('Page not found');
  return (
    <div className="max-w-prose">
      <h1 className="font-serif text-2xl font-semibold">There is no such page</h1>
      <p className="mt-2">
        The address may be mistyped. All applications are on the <Link to={pagePaths.list}>first page</Link>.
      </p>
    </div>
  );
}
