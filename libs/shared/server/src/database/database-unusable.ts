export type DatabaseFault = 'vanished' | 'foreign' | 'truncated' | 'corrupt' | 'newer' | 'backup_failed' | 'unreachable';

/** Why nothing is started on this database. The message says what it is, what was left alone, and what to do. */
export class DatabaseUnusable extends Error {
  constructor(
    readonly fault: DatabaseFault,
    message: string,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'DatabaseUnusable';
  }
}

export const restoreHint =
  'Put a backup back with "npm run restore -- FILE"; the ones that were made before updates are in the folder backups beside it.';
