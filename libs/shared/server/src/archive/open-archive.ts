import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { BadArchive } from './bad-archive.ts';
import { archiveVersion, manifestPath, manifestSchema, type ArchivedFile, type Manifest } from './manifest.ts';

export interface ArchiveLimits {
  /** Bytes of all files together, unpacked. */
  bytes: number;
  files: number;
}

const manifestBytes = 64 * 1024 * 1024;

/**
 * An archive of ours on disk, opened only when it is whole by what it says of itself: known names, each once, within the limits, a manifest
 * of the expected kind that names exactly what is there. Nothing is unpacked but the manifest; `read` holds each file against it.
 */
export class Archive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: Map<string, Entry>,
    readonly manifest: Manifest,
  ) {}

  /** @throws BadArchive */
  static async open(path: string, format: Manifest['format'], isKnown: (path: string) => boolean, limits: ArchiveLimits): Promise<Archive> {
    const zip = await openPromise(path, { autoClose: false, strictFileNames: true }).catch((error: unknown) => {
      throw new BadArchive('not_a_zip', 'The file is not a zip, or it was cut off before its end.', error);
    });
    try {
      const entries = await listEntries(zip, isKnown, limits);
      const manifest = await readManifest(zip, entries, format);
      holdAgainst(manifest, entries);
      return new Archive(zip, entries, manifest);
    } catch (error) {
      zip.close();
      throw error;
    }
  }

  /** The pieces of one file. Fails at the end when they are not what the manifest says. */
  async *read(file: ArchivedFile): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    for await (const piece of await openEntry(this.zip, this.entries.get(file.path))) {
      hash.update(piece as Buffer);
      yield piece as Buffer;
    }
    if (hash.digest('hex') !== file.sha256) throw damaged(`${file.path} is not what it was when the archive was made.`);
  }

  close(): void {
    this.zip.close();
  }
}

async function listEntries(zip: ZipFile, isKnown: (path: string) => boolean, limits: ArchiveLimits): Promise<Map<string, Entry>> {
  const tooLarge = () =>
    new BadArchive(
      'too_large',
      `The archive holds more than ${limits.files} files or unpacks to more than ${Math.round(limits.bytes / 1024 ** 2)} MB.`,
    );
  if (zip.entryCount > limits.files) throw tooLarge();
  const entries = new Map<string, Entry>();
  let bytes = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const { fileName } = entry;
      if (fileName !== manifestPath && !isKnown(fileName)) throw foreign(entry);
      if (entries.has(fileName)) throw damaged(`${fileName} is in the archive twice.`);
      bytes += entry.uncompressedSize;
      if (bytes > limits.bytes) throw tooLarge();
      entries.set(fileName, entry);
    }
  } catch (error) {
    throw error instanceof BadArchive ? error : damaged('The list of files in the archive cannot be read.', error);
  }
  return entries;
}

async function readManifest(zip: ZipFile, entries: Map<string, Entry>, format: Manifest['format']): Promise<Manifest> {
  const entry = entries.get(manifestPath);
  if (entry === undefined) throw new BadArchive('foreign', 'The zip was not made by Coverwright: it has no manifest.json.');
  if (entry.uncompressedSize > manifestBytes) throw new BadArchive('too_large', 'The manifest of the archive is far too large.');
  const pieces: Buffer[] = [];
  for await (const piece of await openEntry(zip, entry)) pieces.push(piece as Buffer);
  const parsed = manifestSchema.safeParse(toJson(Buffer.concat(pieces)));
  if (!parsed.success) throw new BadArchive('foreign', 'The manifest.json of the zip is not one of Coverwright.');
  if (parsed.data.format !== format) throw new BadArchive('foreign', `The zip is a ${parsed.data.format}, and a ${format} is needed.`);
  if (parsed.data.version !== archiveVersion) {
    throw new BadArchive('other_version', `The archive has version ${parsed.data.version}; this program reads version ${archiveVersion}.`);
  }
  return parsed.data;
}

function holdAgainst({ files }: Manifest, entries: Map<string, Entry>): void {
  for (const { path, bytes } of files) {
    const entry = entries.get(path);
    if (entry === undefined) throw damaged(`${path} is missing from the archive.`);
    if (entry.uncompressedSize !== bytes) throw damaged(`${path} is not as long as it was when the archive was made.`);
  }
  if (files.length + 1 !== entries.size) throw damaged('The archive holds files that its manifest does not name, or names one twice.');
}

async function openEntry(zip: ZipFile, entry: Entry | undefined): Promise<Readable> {
  if (entry === undefined) throw damaged('The archive is not complete.');
  if (entry.isEncrypted()) throw damaged('The archive is protected with a password.');
  try {
    const stream = await zip.openReadStreamPromise(entry);
    // Errors of the unpacking come while it is read; they are ours to name.
    return stream;
  } catch (error) {
    throw damaged(`${entry.fileName} cannot be unpacked.`, error);
  }
}

function toJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return null;
  }
}

const damaged = (message: string, cause?: unknown) => new BadArchive('damaged', message, cause);
const foreign = (entry: Entry) =>
  new BadArchive('foreign', `The zip holds a file that does not belong into it: ${JSON.stringify(entry.fileName.slice(0, 200))}.`);
