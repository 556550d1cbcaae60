import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Archive, readLines, writeArchive, type ArchiveLimits, type ArchivePart } from './index.ts';

const about = { format: 'coverwright-export' as const, version: 1, created_at: '2026-01-02T03:04:05.678Z', migrations: [] };
const limits: ArchiveLimits = { bytes: 8 * 1024 * 1024, files: 10 };

describe('an archive', () => {
  let folder: string;
  let path: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'coverwright-archive-'));
    path = join(folder, 'archive.zip');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const write = (...parts: ArchivePart[]) => pipeline(writeArchive(each(parts), about), createWriteStream(path));
  const open = (given: Partial<ArchiveLimits> = {}) => Archive.open(path, 'coverwright-export', () => true, { ...limits, ...given });

  it('gives back what was put in, piece by piece', async () => {
    const noise = randomBytes(300_000);
    await write({ path: 'a/noise', content: [noise.subarray(0, 7), noise.subarray(7)] }, { path: 'empty', content: [] });
    const archive = await open();
    const [file, empty] = archive.manifest.files;
    expect(await gather(archive.read(file!))).toEqual(noise);
    expect(await gather(archive.read(empty!))).toHaveLength(0);
    archive.close();
  });

  it('is refused before it is unpacked when it unpacks to too much or holds too many files', async () => {
    await write({ path: 'zeros', content: [Buffer.alloc(4 * 1024 * 1024)] });
    expect((await readFile(path)).length).toBeLessThan(10_000);
    await expect(open({ bytes: 1024 * 1024 })).rejects.toMatchObject({ reason: 'too_large' });
    await expect(open({ files: 1 })).rejects.toMatchObject({ reason: 'too_large' });
  });

  it('is refused when it holds a file twice: two readers could take two of them', async () => {
    await write({ path: 'a', content: ['one'] }, { path: 'b', content: ['two'] });
    const bytes = await readFile(path);
    // The names in the list at its end; those before the contents are not read.
    const list = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes.write('a', bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), list + 4) + 46);
    await writeFile(path, bytes);
    await expect(open()).rejects.toMatchObject({ reason: 'damaged', message: expect.stringContaining('twice') });
  });

  it('is refused when a file in it unpacks to more than it says', async () => {
    await write({ path: 'zeros', content: [Buffer.alloc(4 * 1024 * 1024)] });
    const bytes = await readFile(path);
    const entry = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    bytes.writeUInt32LE(1000, entry + 24);
    await writeFile(path, bytes);
    await expect(open()).rejects.toMatchObject({ reason: 'damaged' });
  });

  it('asks for no more parts once nobody reads it', async () => {
    let asked = 0;
    let closed: () => void = () => undefined;
    const isClosed = new Promise<void>((resolve) => (closed = resolve));
    const endless = async function* (): AsyncGenerator<ArchivePart> {
      try {
        for (;;) yield { path: `part-${(asked += 1)}`, content: [randomBytes(100_000)] };
      } finally {
        closed();
      }
    };
    const zip = writeArchive(endless(), about);
    await new Promise((resolve) => zip.once('data', resolve));
    zip.destroy();
    await isClosed;
    expect(asked).toBeLessThan(20);
  });

  it('ends with the error of a part that cannot be read', async () => {
    const broken = async function* (): AsyncGenerator<string> {
      yield 'half';
      throw new Error('the disk is gone');
    };
    await expect(write({ path: 'broken', content: broken() })).rejects.toThrow('the disk is gone');
  });

  it('is read line by line, however the lines are cut into pieces', async () => {
    const text = 'één\n\n{"a":"ü"}\nlast';
    const pieces = [...Buffer.from(text)].map((byte) => Buffer.from([byte]));
    const lines: string[] = [];
    for await (const line of readLines(each(pieces), 100)) lines.push(line);
    expect(lines).toEqual(text.split('\n'));
    await expect(gatherLines(readLines(each([Buffer.alloc(101, 97)]), 100))).rejects.toMatchObject({ reason: 'too_large' });
    await expect(gatherLines(readLines(each([Buffer.from([0xff, 10])]), 100))).rejects.toMatchObject({ reason: 'damaged' });
  });
});

async function* each<T>(items: T[]): AsyncGenerator<T> {
  yield* items;
}

async function gather(pieces: AsyncIterable<Buffer>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

async function gatherLines(lines: AsyncIterable<string>): Promise<string[]> {
  const all: string[] = [];
  for await (const line of lines) all.push(line);
  return all;
}
