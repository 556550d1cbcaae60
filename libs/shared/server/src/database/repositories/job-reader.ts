import { In, LessThan, MoreThan } from 'typeorm';
import type { ListOf, ListQuery } from '@coverwright/contracts';
import { AppError } from '../../errors/app-error.ts';
import type { Database } from '../database.ts';
import { BackgroundJobEntity } from '../entities/background-job.entity.ts';
import { pageOf } from '../paging.ts';

export type BackgroundJob = BackgroundJobEntity;
export const openStates = In(['pending', 'running']);

/** What can be asked about runs. */
export class JobReader {
  constructor(protected readonly database: Database) {}

  find(id: string): Promise<BackgroundJob | null> {
    return this.database.read.findOneBy(BackgroundJobEntity, { id });
  }

  async get(id: string): Promise<BackgroundJob> {
    const job = await this.find(id);
    if (job === null) throw new AppError('NOT_FOUND', `There is no run with the id ${id}.`);
    return job;
  }

  findOpen(applicationId: string): Promise<BackgroundJob | null> {
    return this.database.read.findOneBy(BackgroundJobEntity, { application_id: applicationId, status: openStates });
  }

  /** Runs that have not ended, by status, and how long ago the oldest of them was accepted, in milliseconds. */
  async countOpen(): Promise<{ status: 'pending' | 'running'; count: number; oldestMs: number }[]> {
    const rows = await this.database.read
      .createQueryBuilder(BackgroundJobEntity, 'j')
      .select('j.status', 'status')
      .addSelect('COUNT(*)', 'count')
      .addSelect('MIN(j.created_at)', 'oldest')
      .where({ status: openStates })
      .groupBy('j.status')
      .getRawMany<{ status: 'pending' | 'running'; count: string | number; oldest: string }>();
    const now = Date.now();
    return rows.map(({ status, count, oldest }) => ({ status, count: Number(count), oldestMs: Math.max(0, now - Date.parse(oldest)) }));
  }

  /** Every run there ever was, with the generation it has come to. */
  listRuns(applicationId: string): Promise<Pick<BackgroundJob, 'id' | 'generation'>[]> {
    return this.database.read.find(BackgroundJobEntity, {
      select: { id: true, generation: true },
      where: { application_id: applicationId },
    });
  }

  /** Newest first. */
  async list(applicationId: string, query: ListQuery): Promise<ListOf<BackgroundJob>> {
    const select = this.database.read
      .createQueryBuilder(BackgroundJobEntity, 'j')
      .where('j.application_id = :applicationId', { applicationId })
      .orderBy('j.id', 'DESC')
      .limit(query.limit + 1);
    if (query.cursor !== undefined) select.andWhere('j.id < :cursor', { cursor: query.cursor });
    return pageOf(await select.getMany(), query.limit, (job) => job.id);
  }

  /**
   * Open runs that have not moved for `idleMs`, for reconciliation; so are those that say they will move in the future: the clock was set
   * back since.
   */
  listIdle(idleMs: number): Promise<BackgroundJob[]> {
    const at = (ms: number) => new Date(ms).toISOString();
    return this.database.read.find(BackgroundJobEntity, {
      where: [
        { status: openStates, updated_at: LessThan(at(Date.now() - idleMs)) },
        { status: openStates, updated_at: MoreThan(at(Date.now() + idleMs)) },
      ],
      order: { updated_at: 'ASC' },
      take: 500,
    });
  }

  /** Runs asked for in the chat that ended and were not announced there yet. */
  listUnannounced(): Promise<BackgroundJob[]> {
    return this.database.read.find(BackgroundJobEntity, {
      where: { announced: false, status: In(['success', 'failure', 'cancelled']) },
      take: 100,
    });
  }
}
