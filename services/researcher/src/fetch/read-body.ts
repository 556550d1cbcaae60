import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import { FetchFailed } from './fetch-errors.ts';

export interface BodyRules {
  contentEncoding: string;
  maxBytes: number;
  /** What to do with a body over the limit: refuse the page, or keep its beginning. */
  tooLarge: 'fail' | 'cut';
  onBytes: () => void;
}

type Bytes = AsyncIterable<Buffer>;

/** The unpacked body, held to `maxBytes` both as sent and as unpacked, so that neither a flood nor a bomb costs more. */
export async function readBody(body: Readable, rules: BodyRules): Promise<Buffer> {
  const coding = oneEncoding(rules.contentEncoding);
  const kept = new Kept(rules.maxBytes);
  const count = async function* (source: Bytes) {
    let sent = 0;
    for await (const chunk of source) {
      rules.onBytes();
      sent += chunk.length;
      yield chunk;
      if (sent > rules.maxBytes) throw new TooLarge();
    }
  };
  const keep = async (source: Bytes) => {
    for await (const chunk of source) kept.add(chunk);
  };
  try {
    if (coding === 'identity') await pipeline(body, count, keep);
    else await pipeline(body, count, unpackers[coding], keep);
  } catch (error) {
    if (!(error instanceof TooLarge)) throw error;
    if (rules.tooLarge === 'fail')
      throw new FetchFailed(`The page is larger than ${Math.round(rules.maxBytes / 1024)} KB.`, { code: 'TOO_LARGE' });
  }
  return kept.bytes();
}

class TooLarge extends Error {}

class Kept {
  readonly #chunks: Buffer[] = [];
  readonly #max: number;
  #size = 0;

  constructor(max: number) {
    this.#max = max;
  }

  add(chunk: Buffer): void {
    this.#chunks.push(chunk.subarray(0, this.#max - this.#size));
    this.#size += chunk.length;
    if (this.#size > this.#max) throw new TooLarge();
  }

  bytes(): Buffer {
    return Buffer.concat(this.#chunks);
  }
}

// A body without its trailer is read like browsers read it; the HTTP framing has already vouched for its length.
const lenient = { finishFlush: constants.Z_SYNC_FLUSH };

const unpackers = {
  gzip: (source: Bytes) => through(source, () => createGunzip(lenient)),
  br: (source: Bytes) => through(source, () => createBrotliDecompress({ finishFlush: constants.BROTLI_OPERATION_FLUSH })),
  // "deflate" is sent with and without its zlib header; the first byte tells.
  deflate: (source: Bytes) =>
    through(source, (first) => (((first[0] ?? 8) & 15) === 8 ? createInflate(lenient) : createInflateRaw(lenient))),
};

async function* through(source: Bytes, open: (first: Buffer) => ReturnType<typeof createGunzip>): Bytes {
  const chunks = source[Symbol.asyncIterator]();
  const first = await chunks.next();
  if (first.done) return;
  const unpacker = open(first.value);
  const all = async function* () {
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => chunks };
  };
  const written = pipeline(all, unpacker);
  // Its error also reaches the reader below, which is where it is thrown.
  written.catch(() => undefined);
  for await (const chunk of unpacker) yield chunk as Buffer;
  await written;
}

function oneEncoding(header: string): 'identity' | keyof typeof unpackers {
  const codings = header
    .toLowerCase()
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && part !== 'identity');
  if (codings.length === 0) return 'identity';
  const coding = codings[0] === 'x-gzip' ? 'gzip' : codings[0]!;
  if (codings.length > 1 || !(coding in unpackers))
    throw new FetchFailed('The page is packed in a way that cannot be unpacked.', { code: 'BAD_ENCODING' });
  return coding as keyof typeof unpackers;
}
