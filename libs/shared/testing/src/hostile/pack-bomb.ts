import { pipeline } from 'node:stream/promises';
import { constants, createBrotliCompress, createDeflate, createGzip } from 'node:zlib';

const MEGABYTE = Buffer.alloc(1024 * 1024);

const QUICK = { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } };

/** So many megabytes of nothing, packed into a few kilobytes or less. */
export async function packBomb(coding: 'gzip' | 'br' | 'deflate', megabytes: number): Promise<Buffer> {
  const packer = coding === 'gzip' ? createGzip() : coding === 'br' ? createBrotliCompress(QUICK) : createDeflate();
  const packed: Buffer[] = [];
  const nothing = function* () {
    for (let count = 0; count < megabytes; count += 1) yield MEGABYTE;
  };
  await pipeline(nothing, packer, async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) packed.push(chunk);
  });
  return Buffer.concat(packed);
}
