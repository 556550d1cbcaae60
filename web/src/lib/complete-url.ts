/** Adds the scheme to an address typed without one ("example.com/jobs"). Anything else stays as it is, without outer spaces. */
export function completeUrl(typed: string): string {
  const text = typed.trim();
  if (text === '' || /^[a-z][a-z0-9+.-]*:(\/\/|[^0-9])/i.test(text)) return text;
  return /^[^\s/]+\.[^\s/]+|^localhost\b/i.test(text) ? `https://${text}` : text;
}
