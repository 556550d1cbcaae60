import { pagePaths } from '@coverwright/contracts';
import { useSystem } from '../api/get-system.ts';
import { describeEngine } from '../describe-engine.ts';
import { Link } from '../../../lib/router/link.tsx';

const dots = { good: 'bg-accent', plain: 'bg-line-strong', bad: 'bg-bad' };

/** Which engine writes, in two words; the page System says the rest. */
export function EngineMark() {
  const { data, error } = useSystem();
  const { words, tone } = error ? { words: 'no answer', tone: 'bad' as const } : describeEngine(data?.engine);
  return (
    <Link
      to={pagePaths.system}
      title={data?.engine.message}
      className="ml-auto inline-flex min-h-9 items-center gap-2 rounded-full border border-line px-3 text-xs text-ink-soft no-underline hover:border-line-strong hover:text-ink max-sm:hidden"
    >
      <span aria-hidden="true" className={`size-2 rounded-full ${dots[tone]}`} />
      <span className="max-w-56 truncate">Engine: {words}</span>
    </Link>
  );
}
