const key = 'coverwright-reloaded-at';
const pauseMs = 10_000;

/** What browsers say when a part of the page cannot be fetched. */
const missingCode = /dynamically imported module|module script failed/i;

/**
 * A part of the page that cannot be loaded any more: the session has ended, or another version was installed meanwhile. Opening the address
 * anew leads to the login page or to the new version. Only once in a while, for when neither was the reason.
 */
export function reloadWhenStale(error: Error): void {
  if (!missingCode.test(error.message)) return;
  const last = Number(window.sessionStorage.getItem(key) ?? 0);
  if (Date.now() - last < pauseMs) return;
  window.sessionStorage.setItem(key, String(Date.now()));
  window.location.reload();
}
