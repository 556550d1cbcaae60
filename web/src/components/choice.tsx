import { useId } from 'react';

interface ChoiceProps {
  label: string;
  value: string;
  onValue: (value: string) => void;
  options: { value: string; text: string }[];
  inline?: boolean;
}

/** A labelled choice of one among a few. */
export function Choice({ label, value, onValue, options, inline = false }: ChoiceProps) {
  const id = useId();
  return (
    <div className={inline ? 'flex min-w-0 items-center gap-2 text-sm max-sm:flex-1' : 'min-w-0'}>
      <label htmlFor={id} className={inline ? 'shrink-0' : 'mb-1 block text-sm font-medium'}>
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={(event) => onValue(event.target.value)}
        className={`min-h-10 min-w-0 rounded-md border border-line-strong bg-surface px-2 text-ink ${inline ? 'max-w-72 max-sm:flex-1' : 'w-full'}`}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  );
}
