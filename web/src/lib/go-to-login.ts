import { apiPaths } from '@coverwright/contracts';

let isLeaving = false;

/** Leaves for the page that asks for the token; it leads back here. What was open is asked for again then. */
export function goToLogin(): void {
  if (isLeaving) return;
  isLeaving = true;
  const { pathname, search, hash } = window.location;
  window.location.assign(`${apiPaths.login}?${new URLSearchParams({ next: pathname + search + hash })}`);
}
