import type { ErrorCode } from '@coverwright/contracts';

/** A cause outside the run that can go away by itself or by a person's hand. */
export interface PassingCause {
  code: ErrorCode;
  message: string;
  hint: string;
}

const diskFull: PassingCause = {
  code: 'STORAGE_FAILED',
  message: 'The disk is full, so nothing can be saved.',
  hint: 'Free some space; the run goes on by itself.',
};
const notWritable: PassingCause = {
  code: 'STORAGE_FAILED',
  message: 'The content or data folder cannot be written.',
  hint: 'Give the user who runs Coverwright write access to CONTENT_DIR and DATA_DIR; the run goes on by itself.',
};
const databaseBusy: PassingCause = {
  code: 'DATABASE_BUSY',
  message: 'The database is busy.',
  hint: 'Close other programs that have it open; the run goes on by itself.',
};
const databaseAway: PassingCause = {
  code: 'DATABASE_BUSY',
  message: 'The database cannot be reached.',
  hint: 'Start PostgreSQL, or correct DATABASE_URL; the run goes on by itself.',
};

const byCode: Record<string, PassingCause> = {
  ENOSPC: diskFull,
  EDQUOT: diskFull,
  SQLITE_FULL: diskFull,
  EACCES: notWritable,
  EPERM: notWritable,
  EROFS: notWritable,
  EIO: notWritable,
  SQLITE_READONLY: notWritable,
  SQLITE_CANTOPEN: notWritable,
  SQLITE_IOERR: notWritable,
  SQLITE_BUSY: databaseBusy,
  SQLITE_LOCKED: databaseBusy,
  // PostgreSQL: a deadlock, a lock or a statement that took too long, a transaction that stood still.
  '40P01': databaseBusy,
  '55P03': databaseBusy,
  '57014': databaseBusy,
  '25P03': databaseBusy,
  '53100': diskFull,
  // It ends, starts, or takes no more connections.
  '57P01': databaseAway,
  '57P02': databaseAway,
  '57P03': databaseAway,
  '53300': databaseAway,
  // Model servers and sites have errors of their own, so a bare one of the network is the database's.
  ECONNREFUSED: databaseAway,
  ECONNRESET: databaseAway,
  ETIMEDOUT: databaseAway,
  EPIPE: databaseAway,
};

/** What PostgreSQL's client, and TypeORM in the middle of a transaction, say of a broken connection; without a code. */
const lostConnection =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|(Query runner|Database connection provided by a query runner was) already released)/;

/** Why a failure is not the run's own, or null when it is. SQLite's extended codes (`SQLITE_IOERR_WRITE`) count as their base. */
export function passingCause(error: unknown): PassingCause | null {
  const code = errorCodeOf(error);
  if (typeof code !== 'string') return error instanceof Error && lostConnection.test(error.message) ? databaseAway : null;
  return byCode[code] ?? byCode[code.split('_').slice(0, 2).join('_')] ?? null;
}

function errorCodeOf(error: unknown): unknown {
  const { code, driverError } = (error ?? {}) as { code?: unknown; driverError?: { code?: unknown } };
  return code ?? driverError?.code;
}
