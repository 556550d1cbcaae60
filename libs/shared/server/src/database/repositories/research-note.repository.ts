import type { EntityManager } from 'typeorm';
import type { ListOf, ListQuery, PatchResearchNote, ResearchNote } from '@coverwright/contracts';
import { AppError } from '../../errors/app-error.ts';
import type { Database } from '../database.ts';
import { ResearchNoteEntity } from '../entities/research-note.entity.ts';
import { isoNow, newId } from '../ids.ts';
import { pageOf } from '../paging.ts';

/** A note as the researcher found it. */
export type NewNote = Pick<ResearchNote, 'source_url' | 'title' | 'kind' | 'content' | 'facts' | 'content_sha256' | 'fetched_at'>;

const notFound = (id: string) => new AppError('NOT_FOUND', `There is no research note with the id ${id}.`);

/** Stores a note inside a run's transaction; the same page with the same content stays one note. */
export async function insertNote(
  manager: EntityManager,
  applicationId: string,
  jobId: string,
  note: NewNote,
): Promise<{ note: ResearchNote; added: boolean }> {
  const key = { application_id: applicationId, source_url: note.source_url, content_sha256: note.content_sha256 };
  const known = await manager.findOneBy(ResearchNoteEntity, key);
  if (known !== null) {
    // Kept as the person left it (pinned, edited); only the run that saw it last is noted, so that a rerun does not fetch it again.
    await manager.update(ResearchNoteEntity, { id: known.id }, { job_id: jobId, fetched_at: note.fetched_at });
    return { note: toNote({ ...known, fetched_at: note.fetched_at }), added: false };
  }
  const row: ResearchNoteEntity = {
    id: newId(),
    application_id: applicationId,
    job_id: jobId,
    ...note,
    pinned: false,
    excluded: false,
    created_at: isoNow(),
  };
  await manager.insert(ResearchNoteEntity, { ...row });
  return { note: toNote(row), added: true };
}

export class ResearchNoteRepository {
  constructor(private readonly database: Database) {}

  /** Oldest first: the order in which they were found. */
  async list(applicationId: string, query: ListQuery): Promise<ListOf<ResearchNote>> {
    const select = this.database.read
      .createQueryBuilder(ResearchNoteEntity, 'n')
      .where('n.application_id = :applicationId', { applicationId })
      .orderBy('n.id', 'ASC')
      .limit(query.limit + 1);
    if (query.cursor !== undefined) select.andWhere('n.id > :cursor', { cursor: query.cursor });
    return pageOf((await select.getMany()).map(toNote), query.limit, (note) => note.id);
  }

  async listAll(applicationId: string): Promise<ResearchNote[]> {
    const rows = await this.database.read.find(ResearchNoteEntity, { where: { application_id: applicationId }, order: { id: 'ASC' } });
    return rows.map(toNote);
  }

  /** Notes that one run has stored so far, for its rerun. */
  async listOfJob(jobId: string): Promise<ResearchNote[]> {
    return (await this.database.read.findBy(ResearchNoteEntity, { job_id: jobId })).map(toNote);
  }

  update(id: string, fields: PatchResearchNote): Promise<ResearchNote> {
    return this.database.transaction(async (manager) => {
      if (Object.keys(fields).length > 0) await manager.update(ResearchNoteEntity, { id }, fields);
      const row = await manager.findOneBy(ResearchNoteEntity, { id });
      if (row === null) throw notFound(id);
      return toNote(row);
    });
  }

  delete(id: string): Promise<void> {
    return this.database.transaction(async (manager) => {
      const deleted = await manager.delete(ResearchNoteEntity, { id });
      if (deleted.affected === 0) throw notFound(id);
    });
  }
}

function toNote({ job_id: _jobId, ...note }: ResearchNoteEntity): ResearchNote {
  return note;
}
