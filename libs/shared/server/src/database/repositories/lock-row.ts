import type { EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral } from 'typeorm';
import type { Database } from '../database.ts';

/** Reads a row that this transaction will change. SQLite holds the only write lock already; PostgreSQL takes the row's. */
export function lockRow<T extends ObjectLiteral & { id: string }>(
  database: Database,
  manager: EntityManager,
  entity: EntityTarget<T>,
  id: string,
): Promise<T | null> {
  const where = { id } as FindOptionsWhere<T>;
  return database.type === 'postgres'
    ? manager.findOne(entity, { where, lock: { mode: 'pessimistic_write' } })
    : manager.findOne(entity, { where });
}
