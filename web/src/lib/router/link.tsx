import type { ComponentProps, MouseEvent } from 'react';
import { navigate } from './history.ts';
import { usePath } from './router.tsx';

type LinkProps = Omit<ComponentProps<'a'>, 'href'> & { to: string };

/** A new tab, a download, a context menu: those are the browser's business. */
const isPlain = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey && !event.defaultPrevented;

/** A link to another view of the page, which goes there without loading everything anew. */
export function Link({ to, onClick, ...rest }: LinkProps) {
  const go = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (!isPlain(event)) return;
    event.preventDefault();
    navigate(to);
  };
  return <a {...rest} href={to} onClick={go} />;
}

/** A link that says so when it leads to where one is, or with `within` to what that belongs to. */
export function NavLink({ within = [], ...rest }: LinkProps & { within?: string[] }) {
  const path = usePath();
  const isHere = path === rest.to;
  const current = isHere ? 'page' : within.some((start) => path.startsWith(start)) ? 'true' : undefined;
  return <Link {...rest} aria-current={current} />;
}
