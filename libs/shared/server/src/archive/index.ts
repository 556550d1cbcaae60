export { Archive, type ArchiveLimits } from './open-archive.ts';
export { BadArchive, type BadArchiveReason } from './bad-archive.ts';
export { archiveVersion, type ArchivedFile, type Manifest } from './manifest.ts';
export { readLines } from './read-lines.ts';
export { writeArchive, type ArchivePart } from './write-archive.ts';
