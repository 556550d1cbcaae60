import type { ListedApplication, ListOf } from '@coverwright/contracts';

/** A list as the cache holds it. */
export interface CachedPages {
  pages: ListOf<ListedApplication>[];
  pageParams: unknown[];
}

/** The same list once `moved` has its new status. `status` is the only one that the list shows; empty: it shows all. */
export function moveInPages<T extends CachedPages>(list: T, status: string, moved: ListedApplication): T {
  const isIn = list.pages.some(({ items }) => items.some(({ id }) => id === moved.id));
  if (status === '' || (isIn && status === moved.status)) {
    return changeItems(list, (items) => items.map((item) => (item.id === moved.id ? moved : item)));
  }
  if (status !== moved.status) return isIn ? changeItems(list, (items) => items.filter(({ id }) => id !== moved.id)) : list;
  const [first, ...others] = list.pages;
  return first === undefined ? list : { ...list, pages: [{ ...first, items: [moved, ...first.items] }, ...others] };
}

const changeItems = <T extends CachedPages>(list: T, change: (items: ListedApplication[]) => ListedApplication[]): T => ({
  ...list,
  pages: list.pages.map((page) => ({ ...page, items: change(page.items) })),
});
