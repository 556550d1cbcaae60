import type { EntityManager, EntityTarget, ObjectLiteral, ValueTransformer } from 'typeorm';
import type { Database } from '../database.ts';

/**
 * Reads a row that this transaction will change. SQLite holds the only write lock already; PostgreSQL takes the row's. By hand, because
 * every step of a run begins with it and a query builder costs several times the query.
 */
export async function lockRow<T extends ObjectLiteral & { id: string }>(
  database: Database,
  manager: EntityManager,
  entity: EntityTarget<T>,
  id: string,
): Promise<T | null> {
  const { tableName, columns } = manager.dataSource.getMetadata(entity);
  const lock = database.type === 'postgres' ? ' FOR UPDATE' : '';
  const sql = `SELECT * FROM ${tableName} WHERE id = ${database.parameter(1)}${lock}`;
  const [row] = await manager.query<Record<string, unknown>[]>(sql, [id]);
  if (row === undefined) return null;
  const fields = columns.map(({ databaseName, propertyName, transformer }) => {
    const stored = row[databaseName];
    return [propertyName, transformer === undefined ? stored : ((transformer as ValueTransformer).from(stored) as unknown)] as const;
  });
  return Object.fromEntries(fields) as T;
}
