import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type {
  Application,
  ApplicationSort,
  ApplicationStatusCount,
  CreateApplication,
  ListApplicationsQuery,
  ListOf,
  PatchApplication,
} from '@coverwright/contracts';
import { AppError } from '../../errors/app-error.ts';
import type { Database } from '../database.ts';
import { ApplicationEntity } from '../entities/application.entity.ts';
import { isoNow, newId } from '../ids.ts';
import { decodeCursor, encodeCursor, pageOf } from '../paging.ts';
import { applicationOrders, sortKey } from './application-orders.ts';

export const applicationNotFound = (id: string): AppError =>
  new AppError('NOT_FOUND', `There is no application with the id ${id}.`, { hint: 'It may have been deleted; see GET /api/applications.' });

/**
 * Marks something that a person would call activity: the list shows the latest first. Holds the row until the transaction ends, so who
 * begins with it has the application to himself. Fails when there is none.
 */
export async function touchApplication(manager: EntityManager, id: string): Promise<void> {
  const { affected } = await manager.update(ApplicationEntity, { id }, { last_activity_at: isoNow() });
  if (affected !== 1) throw applicationNotFound(id);
}

/** What an application can begin with: what a person gives, and what an import found beside it. */
export type NewApplication = CreateApplication & Partial<Pick<Application, 'remote' | 'employment_type' | 'salary'>>;

export class ApplicationRepository {
  constructor(private readonly database: Database) {}

  create(fields: NewApplication): Promise<Application> {
    const now = isoNow();
    const row: ApplicationEntity = {
      id: newId(),
      company_name: fields.company_name,
      job_title: fields.job_title,
      company_url: fields.company_url ?? null,
      job_url: fields.job_url ?? null,
      job_description: fields.job_description ?? null,
      location: fields.location ?? null,
      remote: fields.remote ?? null,
      employment_type: fields.employment_type ?? null,
      salary: fields.salary ?? null,
      status: fields.status ?? 'saved',
      notes: fields.notes ?? null,
      last_activity_at: now,
      created_at: now,
      updated_at: now,
    };
    return this.database.transaction(async (manager) => {
      await manager.insert(ApplicationEntity, row);
      return row;
    });
  }

  find(id: string): Promise<Application | null> {
    return this.database.read.findOneBy(ApplicationEntity, { id });
  }

  async get(id: string): Promise<Application> {
    const row = await this.find(id);
    if (row === null) throw applicationNotFound(id);
    return row;
  }

  /** In the order asked for, latest activity first by default. `q` is looked for in company, title and location, whatever its case. */
  async list(query: Omit<ListApplicationsQuery, 'sort'> & { sort?: ApplicationSort }): Promise<ListOf<Application>> {
    const { key, raw: rawName, direction } = applicationOrders[query.sort ?? 'activity'];
    const select = this.database.read
      .createQueryBuilder(ApplicationEntity, 'a')
      .orderBy(key, direction)
      .addOrderBy('a.id', direction)
      .limit(query.limit + 1);
    const words = query.q?.trim().toLowerCase() ?? '';
    if (words === '') {
      restrict(select, query);
    } else {
      // The search itself needs no more than what stands in an index; only what it has found is read whole.
      const found = restrict(select.clone().select('a.id'), query);
      const fields = ['company_name', 'job_title', 'location'].map((field) => `LOWER(a.${field}) LIKE :pattern ESCAPE '\\'`);
      found.andWhere(`(${fields.join(' OR ')})`, { pattern: `%${words.replace(/[\\%_]/g, '\\$&')}%` });
      select.where(`a.id IN (${found.getQuery()})`).setParameters(found.getParameters());
    }
    if (rawName === sortKey) select.addSelect(key, sortKey);
    const { entities, raw } = await select.getRawAndEntities<Record<string, string>>();
    // The database says what it sorted by: its idea of lower case need not be ours.
    const keys = new Map(entities.map(({ id }, index) => [id, raw[index]?.[rawName] ?? '']));
    return pageOf(entities, query.limit, ({ id }) => encodeCursor(keys.get(id) ?? '', id));
  }

  /** How many applications have each status, the most frequent one first. */
  async countByStatus(): Promise<ApplicationStatusCount[]> {
    const rows = await this.database.read.query<{ status: string; count: number | string }[]>(
      'SELECT status, COUNT(*) AS count FROM applications GROUP BY status ORDER BY COUNT(*) DESC, status',
    );
    return rows.map(({ status, count }) => ({ status, count: Number(count) }));
  }

  /** A short text that changes whenever something of the application does. Fails with NOT_FOUND when it is gone. */
  async fingerprint(id: string): Promise<string> {
    const owned = [
      'SELECT MAX(updated_at) FROM background_jobs',
      'SELECT COUNT(*) FROM generated_documents',
      'SELECT MAX(sent_at) FROM generated_documents',
      'SELECT COUNT(*) FROM research_notes',
      'SELECT COUNT(*) FROM messages',
      "SELECT SUM(CASE WHEN status = 'streaming' THEN 1 ELSE 0 END) FROM messages",
    ];
    const columns = owned.map((select, index) => `(${select} WHERE application_id = a.id) AS c${index}`).join(', ');
    const rows: unknown[] = await this.database.read.query(
      `SELECT a.updated_at, ${columns} FROM applications a WHERE a.id = ${this.database.parameter(1)}`,
      [id],
    );
    if (rows.length === 0) throw applicationNotFound(id);
    return JSON.stringify(rows[0]);
  }

  update(id: string, fields: PatchApplication): Promise<Application> {
    return this.database.transaction(async (manager) => {
      const now = isoNow();
      const changed = await manager.update(ApplicationEntity, { id }, { ...fields, last_activity_at: now, updated_at: now });
      if (changed.affected === 0) throw applicationNotFound(id);
      return manager.findOneByOrFail(ApplicationEntity, { id });
    });
  }

  /** Deletes the row and, by cascade, everything it owns in the database. */
  delete(id: string): Promise<void> {
    return this.database.transaction(async (manager) => {
      const deleted = await manager.delete(ApplicationEntity, { id });
      if (deleted.affected === 0) throw applicationNotFound(id);
    });
  }
}

function restrict(
  select: SelectQueryBuilder<ApplicationEntity>,
  { status, cursor, sort = 'activity' }: Pick<ListApplicationsQuery, 'status' | 'cursor'> & { sort?: ApplicationSort },
): SelectQueryBuilder<ApplicationEntity> {
  if (status !== undefined) select.andWhere('a.status = :status', { status });
  if (cursor === undefined) return select;
  const { key, follows } = applicationOrders[sort];
  const [last, id] = decodeCursor(cursor);
  // The first condition says nothing new: it is the one that SQLite begins in the middle of an index with.
  return select.andWhere(`${key} ${follows}= :last AND (${key}, a.id) ${follows} (:last, :id)`, { last, id });
}
