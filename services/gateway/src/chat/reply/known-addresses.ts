import { findUrls } from '../parse-urls.ts';

export const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu;

/** Addresses that a reply may name, because they are sources already or the person wrote them. */
export interface KnownAddresses {
  has(url: string): boolean;
  hasMail(address: string): boolean;
}

/** `urls` are sources of this application; `ownWords` is text that the person wrote. */
export function knownAddresses(urls: readonly string[], ownWords: readonly string[]): KnownAddresses {
  const all = [...urls, ...ownWords.flatMap((text) => findUrls(text).map((found) => found.url))];
  const known = new Set(all.map(spelled));
  const hosts = new Set(all.filter((url) => URL.canParse(url)).map((url) => hostOf(url)));
  const mails = new Set(ownWords.flatMap((text) => text.match(EMAIL) ?? []).map((mail) => mail.toLowerCase()));
  return {
    // The bare name of a site that is a source says nothing that the source does not.
    has: (url) => known.has(spelled(url)) || (isBare(url) && hosts.has(hostOf(url))),
    hasMail: (address) => mails.has(address.toLowerCase()),
  };
}

const spelled = (url: string): string =>
  URL.canParse(url) ? new URL(url).href.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '') : url;

const hostOf = (url: string): string => new URL(url).host.replace(/^www\./, '');

function isBare(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { pathname, search, hash, username } = new URL(url);
  return pathname === '/' && search === '' && hash === '' && username === '';
}
