import { createContext, startTransition, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { navigate, readLocation, watchLocation, type PageLocation } from './history.ts';
import type { Params } from './match-path.ts';

const LocationContext = createContext<PageLocation>({ path: '/', search: '' });
const ParamsContext = createContext<Params>({});

/** Keeps the page in step with the browser's address. What was shown stays until the next view is there. */
export function Router({ children }: { children: ReactNode }) {
  const [location, setLocation] = useState(readLocation);
  useEffect(() => {
    const follow = () => startTransition(() => setLocation((before) => keepSame(before, readLocation())));
    // The address may have changed between the first drawing and this effect.
    follow();
    return watchLocation(follow);
  }, []);
  return <LocationContext value={location}>{children}</LocationContext>;
}

const keepSame = (before: PageLocation, now: PageLocation): PageLocation =>
  before.path === now.path && before.search === now.search ? before : now;

export const RouteParams = ParamsContext;

export const usePath = (): string => useContext(LocationContext).path;

/** The named parts of the address, see `matchPath`. */
export const useParams = (): Params => useContext(ParamsContext);

type SearchChange = URLSearchParams | ((now: URLSearchParams) => URLSearchParams);

/** The query of the address, and how to change it. */
export function useSearchParams(): [URLSearchParams, (change: SearchChange, options?: { replace?: boolean }) => void] {
  const { search } = useContext(LocationContext);
  const params = useMemo(() => new URLSearchParams(search), [search]);
  return [params, setSearch];
}

function setSearch(change: SearchChange, options: { replace?: boolean } = {}): void {
  const { path, search } = readLocation();
  const next = typeof change === 'function' ? change(new URLSearchParams(search)) : change;
  navigate(next.size === 0 ? path : `${path}?${next}`, options);
}
