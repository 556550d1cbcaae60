import { BadArchive } from './bad-archive.ts';

/** Lines of UTF-8 text that comes in pieces, without their ends. @throws BadArchive for a line beyond `longest` bytes, or bytes that are no UTF-8. */
export async function* readLines(pieces: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let rest: Uint8Array[] = [];
  let length = 0;
  const take = () => {
    const line = decoder.decode(Buffer.concat(rest));
    rest = [];
    length = 0;
    return line;
  };
  try {
    for await (const piece of pieces) {
      let from = 0;
      for (let end = piece.indexOf(10); end !== -1; end = piece.indexOf(10, from)) {
        rest.push(piece.subarray(from, end));
        yield take();
        from = end + 1;
      }
      rest.push(piece.subarray(from));
      length += piece.length - from;
      if (length > longest) throw new BadArchive('too_large', 'A row in the archive is far too long.');
    }
    if (length > 0) yield take();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      throw new BadArchive('damaged', 'A file in the archive is not UTF-8 text.', error);
    }
    throw error;
  }
}
