import type { Document } from '@coverwright/contracts';
import { useId } from 'react';
import { formatDateTime } from '../../../lib/format-time.ts';

interface VersionChoiceProps {
  documents: Document[];
  shown: string;
  onChoose: (id: string) => void;
}

export function VersionChoice({ documents, shown, onChoose }: VersionChoiceProps) {
  const id = useId();
  return (
    <div className="flex min-w-0 items-center gap-2">
      <label htmlFor={id} className="shrink-0">
        Version
      </label>
      <select
        id={id}
        value={shown}
        onChange={(event) => onChoose(event.target.value)}
        className="min-h-10 min-w-0 max-w-72 rounded-md border border-line-strong bg-surface px-2 text-ink"
      >
        {documents.map((item) => (
          <option key={item.id} value={item.id}>
            {item.version}, {formatDateTime(item.created_at)}
          </option>
        ))}
      </select>
    </div>
  );
}
