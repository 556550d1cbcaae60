// A plain script, run before anything is painted: a page in the colours that were chosen never flashes in others.
// The same key and words as in `lib/colours.ts`, which it cannot import.
try {
  const chosen = localStorage.getItem('coverwright-colours');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.style.colorScheme = chosen;
} catch {
  // A browser that keeps nothing for this page: the system's colours it is.
}
