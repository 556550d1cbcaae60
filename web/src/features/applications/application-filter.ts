import { applicationSortSchema, type ApplicationSort } from '@coverwright/contracts';

/** Which applications a list shows, and in which order. Empty: no condition. */
export interface ApplicationFilter {
  q: string;
  status: string;
  sort: ApplicationSort;
}

export const applicationViews = ['table', 'board'] as const;
export type ApplicationsView = (typeof applicationViews)[number];

/** What the address of the page says, so that it can be kept, shared and gone back to. */
export function readFilter(search: URLSearchParams): ApplicationFilter {
  const sort = applicationSortSchema.safeParse(search.get('sort'));
  return { q: search.get('q') ?? '', status: search.get('status') ?? '', sort: sort.success ? sort.data : 'activity' };
}

/** The address with some of it changed; what is as it is anyway is left out. */
export function withFilter(search: URLSearchParams, changes: Partial<ApplicationFilter> & { view?: ApplicationsView }): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [key, value] of Object.entries(changes)) {
    if (value === '' || value === 'activity' || value === 'table') next.delete(key);
    else next.set(key, value);
  }
  return next;
}

/** The same as the list's own query, `limit` aside. */
export function toQuery({ q, status, sort }: ApplicationFilter): URLSearchParams {
  const query = new URLSearchParams();
  if (q.trim() !== '') query.set('q', q);
  if (status !== '') query.set('status', status);
  if (sort !== 'activity') query.set('sort', sort);
  return query;
}
