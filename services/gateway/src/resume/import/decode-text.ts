import { ImportFailed } from './import-fault.ts';

/** Text in UTF-8, UTF-16 or, when it is neither, the western encoding of old Windows programs. `guessed` when nothing said which. */
export function decodeText(bytes: Uint8Array): { text: string; guessed: boolean } {
  const utf16 = utf16Of(bytes);
  if (utf16 !== null) return { text: checked(new TextDecoder(utf16).decode(bytes)), guessed: false };
  try {
    return { text: checked(new TextDecoder('utf-8', { fatal: true }).decode(bytes)), guessed: false };
  } catch (error) {
    if (error instanceof ImportFailed) throw error;
    return { text: checked(new TextDecoder('windows-1252').decode(bytes)), guessed: true };
  }
}

/** By its mark, or because every second byte of what should be Latin letters is zero. */
function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, 512);
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head.length < 16) return null;
  const zeros = [0, 1].map((odd) => head.filter((byte, index) => index % 2 === odd && byte === 0).length / (head.length / 2));
  if ((zeros[1] ?? 0) > 0.7 && zeros[0] === 0) return 'utf-16le';
  return (zeros[0] ?? 0) > 0.7 && zeros[1] === 0 ? 'utf-16be' : null;
}

/** Refuses what has the bytes of text but is none. */
function checked(text: string): string {
  const odd = text.match(/(?![\t\n\v\f\r])\p{Cc}|\ufffd/gu)?.length ?? 0;
  if (text.includes('\u0000') || odd > text.length / 50) throw new ImportFailed('garbage');
  if (text.trim() === '') throw new ImportFailed('empty');
  return text;
}
