import { useId, useState, type FormEvent } from 'react';
import { Button } from '../../../components/button.tsx';
import { fieldLook } from '../../../components/field.tsx';
import { dotOf, orderStatuses } from '../status-tone.ts';

interface StatusChoiceProps {
  /** What the choice is called; spoken only where `quiet`. */
  label: string;
  status: string;
  onStatus: (status: string) => void;
  quiet?: boolean;
}

/** Never a status that somebody typed: those are not longer than 50 characters, and have no line break. */
const ownWord = '\n';

/** One of the suggested statuses, or a word of one's own. */
export function StatusChoice({ label, status, onStatus, quiet = false }: StatusChoiceProps) {
  const id = useId();
  const [own, setOwn] = useState<string | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (own !== null && own.trim() !== '') onStatus(own.trim());
    setOwn(null);
  };
  if (own !== null) {
    return (
      <form onSubmit={submit} className="flex min-w-0 flex-wrap items-center gap-2">
        <input
          aria-label={`${label}, in your own word`}
          autoFocus
          value={own}
          maxLength={50}
          onChange={(event) => setOwn(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            setOwn(null);
          }}
          className={`${fieldLook} max-w-40 min-w-0 flex-1 py-1! text-sm!`}
        />
        <Button type="submit">Set</Button>
      </form>
    );
  }
  return (
    <span className="inline-flex max-w-full min-w-0 items-center gap-2">
      {quiet && <span aria-hidden="true" className={`size-2 shrink-0 rounded-full ${dotOf(status)}`} />}
      <label htmlFor={id} className={quiet ? 'sr-only' : 'text-sm text-ink-soft'}>
        {label}
      </label>
      <select
        id={id}
        value={status}
        onChange={({ target: { value } }) => (value === ownWord ? setOwn('') : onStatus(value))}
        className={`min-w-0 rounded-lg border px-2 text-sm ${quiet ? '-ml-2 min-h-9 border-transparent bg-transparent text-ink-soft hover:border-line-strong hover:text-ink' : 'min-h-10 border-line-strong bg-surface text-ink'}`}
      >
        {orderStatuses([status]).map((word) => (
          <option key={word}>{word}</option>
        ))}
        <option value={ownWord}>own word …</option>
      </select>
    </span>
  );
}
