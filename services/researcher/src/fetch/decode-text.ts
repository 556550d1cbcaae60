import { isUtf8 } from 'node:buffer';
import { setImmediate } from 'node:timers/promises';
import { getEncoding } from 'encoding-sniffer';
import iconv from 'iconv-lite';
import type { Format } from './accept-types.ts';

/** Bytes of a page looked through for its own word on its charset; a long comment at the top is not rare. */
const SNIFFED_BYTES = 8192;
const PIECE_BYTES = 256 * 1024;

/**
 * Text of a page's bytes: byte order mark first, then the header's charset, then what the page says itself (`<meta>` in HTML, the XML
 * declaration), then UTF-8 if they can be read as that, else windows-1252. Never throws.
 */
export async function decodeText(bytes: Buffer, contentType: string, format: Format = 'html'): Promise<string> {
  const decoder = iconv.getDecoder(charsetOf(bytes, contentType, format));
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) {
    // Some charsets take a while: others get their turn between the pieces.
    if (at > 0) await setImmediate();
    parts.push(decoder.write(bytes.subarray(at, at + PIECE_BYTES)));
  }
  parts.push(decoder.end() ?? '');
  return parts.join('').replaceAll('\u0000', '').toWellFormed();
}

/** The standard's name of the charset. */
export function charsetOf(bytes: Buffer, contentType: string, format: Format): string {
  const fallback = isUtf8(bytes) ? 'UTF-8' : 'windows-1252';
  const named = getEncoding(ownWords(bytes, format), {
    maxBytes: SNIFFED_BYTES,
    transportLayerEncodingLabel: /charset\s*=\s*["']?([^\s"';]+)/i.exec(contentType)?.[1],
    defaultEncoding: fallback,
  });
  return iconv.encodingExists(named) ? named : fallback;
}

/** The part of a page that may speak of its charset. JSON and plain text have a byte order mark at most: what looks like more is content. */
function ownWords(bytes: Buffer, format: Format): Buffer {
  if (format === 'html') return bytes.subarray(0, SNIFFED_BYTES);
  const declared = format === 'xml' && bytes.subarray(0, 5).toString('latin1') === '<?xml';
  return bytes.subarray(0, declared ? bytes.subarray(0, SNIFFED_BYTES).indexOf('?>') + 2 : 3);
}
