import { useId, type ComponentProps, type ReactNode } from 'react';

interface FieldProps {
  label: string;
  value: string;
  onValue: (value: string) => void;
  help?: ReactNode;
  problem?: string | undefined;
  rows?: number;
  inputProps?: Pick<ComponentProps<'input'>, 'autoComplete' | 'inputMode' | 'placeholder' | 'onBlur' | 'required' | 'maxLength'>;
}

export const fieldLook =
  'w-full rounded-md border border-line-strong bg-surface px-3 py-2 text-base text-ink placeholder:text-ink-soft aria-invalid:border-bad';

/** A labelled line of text, or with `rows` a text area, with its help and its problem tied to it. */
export function Field({ label, value, onValue, help, problem, rows, inputProps }: FieldProps) {
  const id = useId();
  const described = [help && `${id}-help`, problem && `${id}-problem`].filter(Boolean).join(' ');
  const shared = {
    id,
    value,
    onChange: (event: { target: { value: string } }) => onValue(event.target.value),
    'aria-describedby': described || undefined,
    'aria-invalid': problem ? true : undefined,
    className: fieldLook,
  };
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-sm font-medium">
        {label}
      </label>
      {rows === undefined ? <input type="text" {...inputProps} {...shared} /> : <textarea rows={rows} {...shared} />}
      {help && (
        <p id={`${id}-help`} className="mt-1 text-sm text-ink-soft">
          {help}
        </p>
      )}
      {problem && (
        <p id={`${id}-problem`} className="mt-1 text-sm text-bad">
          {problem}
        </p>
      )}
    </div>
  );
}
