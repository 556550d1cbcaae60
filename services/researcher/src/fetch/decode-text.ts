import iconv from 'iconv-lite';
import type { Format } from './accept-types.ts';

/** Labels pages really use. iconv-lite also knows codings that are no charsets (base64, hex, utf-7): those never get through. */
const KNOWN =
  /^(utf-?8|utf-?16(le|be)?|windows-\d{3,4}|cp\d{3,4}|iso-?8859-?\d{1,2}|latin-?\d|(us-)?ascii|koi8-[ru]|(x-)?mac-?(roman|intosh|cyrillic)?|macintosh|shift[_-]jis|x-sjis|sjis|windows-31j|euc-(jp|kr)|ks_c_5601-1987|gb2312|gbk|gb18030|big5(-hkscs)?|tis-620)$/;
/** What the label says and what browsers take it to mean. */
const MEANT: Record<string, string> = {
  'iso-8859-1': 'windows-1252',
  latin1: 'windows-1252',
  ascii: 'windows-1252',
  'us-ascii': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  'tis-620': 'windows-874',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'x-sjis': 'shift_jis',
};
const META_BYTES = 4096;

/**
 * Text of a page's bytes: byte order mark first, then the header's charset, then what the page says itself (`<meta>` in HTML, the XML
 * declaration), then UTF-8. Never throws.
 */
export function decodeText(bytes: Buffer, contentType: string, format: Format = 'html'): string {
  const charset = byteOrderMark(bytes) ?? usable(headerCharset(contentType)) ?? usable(ownCharset(bytes, format)) ?? 'utf-8';
  return iconv.decode(bytes, charset).replaceAll('\u0000', '').toWellFormed();
}

function byteOrderMark(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function headerCharset(contentType: string): string | null {
  return /charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType)?.[1] ?? null;
}

/** JSON and plain text have no words of their own for it: what looks like one is content. */
function ownCharset(bytes: Buffer, format: Format): string | null {
  if (format !== 'html' && format !== 'xml') return null;
  const head = bytes.subarray(0, META_BYTES).toString('latin1');
  const meta = format === 'html' ? /<meta[^>]{0,300}?charset\s*=\s*["']?\s*([^\s"'/>;]+)/i.exec(head)?.[1] : undefined;
  const label = meta ?? /^<\?xml[^>]{0,200}encoding=["']([^"']+)/i.exec(head)?.[1];
  if (!label) return null;
  // Bytes whose own words can be read as ASCII are not UTF-16, whatever they say.
  return /^utf-?16/i.test(label) ? 'utf-8' : label;
}

function usable(label: string | null): string | null {
  if (!label) return null;
  const lower = label.toLowerCase();
  const meant = MEANT[lower] ?? lower;
  return KNOWN.test(lower) && iconv.encodingExists(meant) ? meant : null;
}
