import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { manifestPath, type ArchivedFile, type Manifest } from './manifest.ts';

export interface ArchivePart {
  path: string;
  content: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
}

/**
 * A zip of the parts and a manifest that names them, made while it is read: one piece of one part is in memory at a time. Ends with the
 * parts' error when they fail, and stops asking for parts when its reader goes away.
 */
export function writeArchive(parts: AsyncIterable<ArchivePart>, about: Omit<Manifest, 'files'>): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  let current: Readable | null = null;
  output.once('close', () => current?.destroy());

  const add = async (path: string, content: ArchivePart['content'], seen: (file: ArchivedFile) => void) => {
    const stream = Readable.from(measured(path, content, seen), { highWaterMark: 1 });
    current = stream;
    const ended = finished(stream);
    if (output.destroyed) stream.destroy();
    else withoutPool(() => zip.addReadStreamLazy(path, { mtime: new Date(about.created_at), mode: 0o100600 }, handOver(stream)));
    await ended;
  };
  const fill = async () => {
    const files: ArchivedFile[] = [];
    for await (const { path, content } of parts) await add(path, content, (file) => files.push(file));
    await add(manifestPath, [`${JSON.stringify({ ...about, files } satisfies Manifest, null, 1)}\n`], () => undefined);
    zip.end();
  };
  fill().catch((error: unknown) => output.destroy(error as Error));
  return output;
}

/** The zip keeps every entry to its end, and what it was given for it; so this is given, which lets go of the stream. */
function handOver(stream: Readable): (take: (error: null, stream: Readable) => void) => void {
  let held: Readable | null = stream;
  return (take) => {
    if (held !== null) take(null, held);
    held = null;
  };
}

/**
 * The same with an entry's name. Small buffers are cut from shared blocks, so each name would hold on to a block, and the
 * blocks hold what has long been written: 20 KB an entry.
 */
function withoutPool(work: () => void): void {
  const size = Buffer.poolSize;
  Buffer.poolSize = 0;
  try {
    work();
  } finally {
    Buffer.poolSize = size;
  }
}

async function* measured(path: string, content: ArchivePart['content'], seen: (file: ArchivedFile) => void): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of content) {
    const chunk = typeof piece === 'string' ? Buffer.from(piece) : piece;
    if (chunk.length === 0) continue;
    hash.update(chunk);
    bytes += chunk.length;
    yield chunk;
  }
  seen({ path, bytes, sha256: hash.digest('hex') });
}
