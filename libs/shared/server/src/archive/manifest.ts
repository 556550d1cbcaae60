import { z } from 'zod';

export const archivedFileSchema = z.strictObject({
  path: z.string().max(500),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type ArchivedFile = z.infer<typeof archivedFileSchema>;

/** What stands last in every archive: what kind it is, and each file in it with its size and checksum. */
export const manifestSchema = z.strictObject({
  format: z.enum(['coverwright-export', 'coverwright-backup']),
  /** Raised when an archive can no longer be read by who read the one before. */
  version: z.number().int().positive(),
  created_at: z.string(),
  /** Names of the database's migrations. */
  migrations: z.array(z.string().max(200)).max(10_000),
  files: z.array(archivedFileSchema),
});
export type Manifest = z.infer<typeof manifestSchema>;

export const manifestPath = 'manifest.json';
export const archiveVersion = 1;
