/** What is wrong with the encoding of an address, in words; null when nothing is. `url` is path and query as sent. */
export function refuseAddress(url: string): string | null {
  let text: string;
  try {
    text = decodeURIComponent(url.replaceAll('+', ' '));
  } catch {
    return 'The address is not encoded as it should be: a "%" must be followed by the two digits of a byte of UTF-8.';
  }
  // A database may not be able to hold or even to compare it.
  return text.includes('\u0000') ? 'The address must not contain a NUL character.' : null;
}
