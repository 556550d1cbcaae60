// A plain script, run before anything is painted: what is painted first is in the colours that were chosen, and in the page's own font when
// the browser has it already. The same keys and words as in `lib/colours.ts` and `lib/own-font.ts`, which it cannot import.
try {
  const root = document.documentElement;
  const chosen = localStorage.getItem('coverwright-colours');
  if (chosen === 'light' || chosen === 'dark') root.style.colorScheme = chosen;
  if (localStorage.getItem('coverwright-font') !== null) root.dataset.font = 'own';
} catch {
  // A browser that keeps nothing for this page: the system's colours it is.
}
