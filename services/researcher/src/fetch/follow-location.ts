import { FetchFailed } from './fetch-errors.ts';

/**
 * Where a Location header leads, spelled as the site spelled it wherever the spelling matters to the gate.
 * @param location as it came off the wire, one character a byte.
 */
export function followLocation(location: string, from: URL): string {
  // Sites send UTF-8 and unescaped spaces there, and browsers follow.
  const meant = Buffer.from(location, 'latin1').toString('utf8').trim().replaceAll(' ', '%20');
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(meant)) return meant;
  if (!URL.canParse(meant, from.href))
    throw new FetchFailed('The site sends on to an address that is not valid.', { code: 'BAD_REDIRECT' });
  return new URL(meant, from.href).href;
}
