import { describe, expect, it, jest } from '@jest/globals';
import { Readable } from 'node:stream';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { FetchFailed } from './fetch-errors.ts';
import { readBody } from './read-body.ts';

const text = 'Acme builds pumps. '.repeat(50);
const read = (bytes: Buffer, contentEncoding = '', tooLarge: 'fail' | 'cut' = 'fail', maxBytes = 10_000) =>
  readBody(Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]), { contentEncoding, maxBytes, tooLarge, onBytes: () => undefined });

describe('readBody', () => {
  it.each([
    ['', Buffer.from(text)],
    ['identity', Buffer.from(text)],
    ['gzip', gzipSync(text)],
    ['x-gzip', gzipSync(text)],
    ['br', brotliCompressSync(text)],
    ['deflate', deflateSync(text)],
    ['deflate', deflateRawSync(text)],
    [' GZIP ', gzipSync(text)],
  ])('unpacks %j', async (encoding, bytes) => {
    await expect(read(bytes, encoding)).resolves.toEqual(Buffer.from(text));
  });

  it('reads an empty body whatever it claims to be', async () => {
    await expect(read(Buffer.alloc(0), 'gzip')).resolves.toHaveLength(0);
  });

  it('reads a gzip body without its trailer', async () => {
    await expect(read(gzipSync(text).subarray(0, -8), 'gzip')).resolves.toEqual(Buffer.from(text));
  });

  it.each(['gzip, gzip', 'gzip,br', 'zstd', 'compress'])('refuses %j', async (encoding) => {
    await expect(read(Buffer.from(text), encoding)).rejects.toThrow(FetchFailed);
  });

  it('rejects what does not unpack', async () => {
    await expect(read(Buffer.from(text), 'gzip')).rejects.toThrow();
  });

  it.each(['gzip', 'br', 'deflate'])('stops a %s bomb at the limit', async (encoding) => {
    const bomb = Buffer.alloc(20_000_000);
    const packed =
      encoding === 'gzip' ? gzipSync(bomb) : encoding === 'br' ? brotliCompressSync(bomb, { params: { 1: 1 } }) : deflateSync(bomb);
    await expect(read(packed, encoding, 'fail', 1_000_000)).rejects.toThrow('larger than 977 KB');
  });

  it('cuts instead when asked to', async () => {
    await expect(read(Buffer.from(text), '', 'cut', 100)).resolves.toEqual(Buffer.from(text.slice(0, 100)));
    await expect(read(gzipSync(text), 'gzip', 'cut', 100)).resolves.toEqual(Buffer.from(text.slice(0, 100)));
  });

  it('reports every piece that arrives', async () => {
    const onBytes = jest.fn();
    await readBody(Readable.from([Buffer.from('a'), Buffer.from('b')]), { contentEncoding: '', maxBytes: 10, tooLarge: 'fail', onBytes });
    expect(onBytes).toHaveBeenCalledTimes(2);
  });
});
