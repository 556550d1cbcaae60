/** Where the page is: path and query, as the browser has them. */
export interface PageLocation {
  path: string;
  search: string;
}

const listeners = new Set<() => void>();

export const readLocation = (): PageLocation => ({ path: window.location.pathname, search: window.location.search });

/** Calls back whenever the page goes elsewhere, also by the browser's own buttons. Returns how to stop. */
export function watchLocation(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
  };
}

/** Goes to another address of the page. A new page begins at its top, and for the keyboard at its content. */
export function navigate(to: string, { replace = false }: { replace?: boolean } = {}): void {
  const before = window.location.pathname;
  window.history[replace ? 'replaceState' : 'pushState'](null, '', to);
  if (window.location.pathname !== before) {
    window.scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }
  for (const listener of listeners) listener();
}
