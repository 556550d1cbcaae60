import { join } from 'node:path';

/** The repository's folder: where every command works. */
export const root = join(import.meta.dirname, '..');
/** What the tools keep between runs; git ignores it and it may be removed at any time. */
export const cacheDir = join(root, '.cache');
