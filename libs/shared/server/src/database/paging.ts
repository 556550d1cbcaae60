import { AppError } from '../errors/app-error.ts';

/** Cuts a list that was read with one row more than asked, and names where the next page starts. */
export function pageOf<T>(rows: T[], limit: number, cursorOf: (row: T) => string): { items: T[]; next_cursor: string | null } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next_cursor: rows.length > limit && last !== undefined ? cursorOf(last) : null };
}

/** A cursor over two keys, opaque to clients. */
export const encodeCursor = (sortKey: string, id: string): string => Buffer.from(JSON.stringify([sortKey, id])).toString('base64url');

export function decodeCursor(cursor: string): [sortKey: string, id: string] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(parsed) && typeof parsed[0] === 'string' && typeof parsed[1] === 'string') return [parsed[0], parsed[1]];
  } catch (error) {
    throw badCursor(error);
  }
  throw badCursor(undefined);
}

function badCursor(cause: unknown): AppError {
  return new AppError('VALIDATION_FAILED', 'The cursor is not one that this list gave out.', {
    hint: 'Take next_cursor from the previous page unchanged, or leave it out to start again.',
    cause,
  });
}
