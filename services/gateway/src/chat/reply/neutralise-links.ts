import { findUrls } from '../parse-urls.ts';
import { EMAIL, type KnownAddresses } from './known-addresses.ts';

export const REMOVED = '(link removed)';

/** Text that a page could have put into an address, or an address behind characters that nobody sees. */
const INVISIBLE = /[\u200B\u2060\uFEFF\u202A-\u202E\u2066-\u2069]|[\u{E0000}-\u{E007F}]/gu;
const OTHER_SCHEME = /\b[a-z][a-z0-9+.-]{1,30}:\/\/[^\s)\]]*/gi;
const SAME_SCHEME = /(?<![:\w])\/\/[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+[^\s)\]]*/gu;
/** Colon and slash as Markdown and HTML also spell them. */
const SPELLED_OUT = /&(?:#0*58|#x0*3a|colon|#0*47|#x0*2f|sol);?/gi;
const IP_ADDRESS = /\b\d{1,3}(?:\.\d{1,3}){3}(?=[:/])[^\s)\]]*/g;

/**
 * One word of a model's answer, or several, without what could lead a reader or a browser to an address that is no source yet: no links, no
 * pictures, no addresses that are spelled in another way.
 */
export function neutraliseLinks(text: string, known: KnownAddresses): string {
  const spelled = text.replace(INVISIBLE, '').replace(SPELLED_OUT, (sign) => (/58|3a|colon/i.test(sign) ? ':' : '/'));
  const plain = withoutEscapes(spelled);
  let result = '';
  let at = 0;
  for (const { start, end, url } of findUrls(plain)) {
    const keep = known.has(url);
    result += defuse(plain.slice(at, start), known, keep) + (keep ? plain.slice(start, end) : REMOVED);
    at = end;
  }
  return result + defuse(plain.slice(at), known, false);
}

/** Text between addresses. A `](` before an address that may stay is a link that may stay. */
function defuse(text: string, known: KnownAddresses, linksOn: boolean): string {
  const calm = text
    .replace(/!\[/g, '[')
    .replace(/&(?=#|\w{1,31};)/g, '& ')
    .replace(OTHER_SCHEME, REMOVED)
    .replace(SAME_SCHEME, REMOVED)
    .replace(/:\/\//g, ': //')
    .replace(IP_ADDRESS, REMOVED)
    .replace(/\b(?:mailto|xmpp|javascript|data|vbscript):(?=\S)/gi, '')
    .replace(EMAIL, (mail) => (known.hasMail(mail) ? mail : '(address removed)'));
  const parts = calm.split(/\]\(/);
  const last = parts.pop() ?? '';
  const ahead = parts.join('] (');
  if (parts.length === 0) return last;
  return linksOn && last === '' ? `${ahead}](` : `${ahead}] (${last}`;
}

/** Markdown takes a backslash before a sign away again, so an address may hide behind some. */
function withoutEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  const bare = text.replace(/\\(?=[!-/:-@[-`{-~])/g, '');
  return /:\/\/|\/\/|www\.|@/i.test(bare) ? bare : text;
}
