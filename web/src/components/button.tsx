import type { ComponentProps, MouseEvent } from 'react';

const looks = {
  primary: 'bg-accent text-on-accent border-accent hover:bg-accent-strong hover:border-accent-strong',
  secondary: 'bg-surface text-ink border-line-strong hover:bg-sunken',
  danger: 'bg-surface text-bad border-bad hover:bg-bad-soft',
  quiet: 'border-transparent text-accent hover:bg-sunken',
};

type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> & { look?: keyof typeof looks; inactive?: boolean };

/** `inactive` keeps the button reachable by keyboard, so that focus is not lost while a request is under way. */
export function Button({ look = 'secondary', inactive = false, className = '', onClick, type = 'button', ...rest }: ButtonProps) {
  const guard = (event: MouseEvent<HTMLButtonElement>) => {
    if (inactive) event.preventDefault();
    else onClick?.(event);
  };
  const shade = inactive ? 'opacity-60 cursor-not-allowed' : '';
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={inactive || undefined}
      onClick={guard}
      className={`inline-flex min-h-10 items-center justify-center rounded-lg border px-4 py-2 text-sm font-medium leading-tight ${looks[look]} ${shade} ${className}`}
    />
  );
}
