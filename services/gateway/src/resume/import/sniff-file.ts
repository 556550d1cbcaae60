import { ImportFailed } from './import-fault.ts';

export type FileKind = 'pdf' | 'docx' | 'text';

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, index) => bytes[index] === byte);
const latin1 = new TextDecoder('latin1');

/** Tells what a file is by its content; its name and what the browser said about it do not matter. */
export function sniffFile(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) throw new ImportFailed('empty');
  const head = latin1.decode(bytes.subarray(0, 1024));
  if (head.includes('%PDF-')) return 'pdf';
  if (startsWith(bytes, 0x50, 0x4b, 3, 4) || startsWith(bytes, 0x50, 0x4b, 5, 6)) return sniffArchive(bytes);
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new ImportFailed('oldWord');
  if (head.startsWith('{\\rtf')) throw new ImportFailed('richText');
  if (isPicture(bytes, head)) throw new ImportFailed('picture');
  if (/^\s*(?:\ufeff|ï»¿)?\s*<(?:!doctype html|html|head|body)\b/i.test(head)) throw new ImportFailed('webPage');
  if (startsWith(bytes, 0x1f, 0x8b) || startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf) || head.startsWith('Rar!'))
    throw new ImportFailed('otherArchive');
  return 'text';
}

/** The names of the files in an archive stand at its end, unpacked. */
function sniffArchive(bytes: Uint8Array): FileKind {
  const tail = latin1.decode(bytes.subarray(-70_000));
  const names = latin1.decode(bytes.subarray(0, 4096)) + tail;
  if (names.includes('word/document.xml') || names.includes('[Content_Types].xml')) return 'docx';
  if (names.includes('application/vnd.oasis.opendocument')) throw new ImportFailed('openDocument');
  throw new ImportFailed('otherArchive');
}

const isPicture = (bytes: Uint8Array, head: string): boolean =>
  startsWith(bytes, 0x89, 0x50, 0x4e, 0x47) ||
  startsWith(bytes, 0xff, 0xd8, 0xff) ||
  head.startsWith('GIF8') ||
  startsWith(bytes, 0x49, 0x49, 0x2a, 0) ||
  startsWith(bytes, 0x4d, 0x4d, 0, 0x2a) ||
  (head.startsWith('BM') && bytes.length > 1000 && (bytes[6] ?? 1) === 0) ||
  (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') ||
  /^.{4}ftyp(?:heic|heix|mif1|avif)/s.test(head);
