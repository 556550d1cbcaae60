import type { LetterCheck } from '@coverwright/contracts';
import { Tag, type Tone } from '../../../components/tag.tsx';

function verdictOf(check: LetterCheck): { word: string; tone: Tone } {
  if (check.passed) return { word: 'passed', tone: 'good' };
  return check.hard ? { word: 'failed', tone: 'bad' } : { word: 'note', tone: 'warn' };
}

export function ChecksList({ checks }: { checks: LetterCheck[] }) {
  return (
    <ul className="divide-y divide-line text-sm">
      {checks.map((check) => {
        const { word, tone } = verdictOf(check);
        return (
          <li key={check.name} className="flex items-baseline gap-3 py-2">
            <span className="w-16 shrink-0">
              <Tag tone={tone}>{word}</Tag>
            </span>
            <span className="min-w-0">
              <span className="font-medium">{check.name.replaceAll('_', ' ')}</span>
              {check.detail && <span className="block text-ink-soft">{check.detail}</span>}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
