import { IsNull, LessThan, type EntityManager } from 'typeorm';
import type { Fact, ListOf, ListQuery, PatchResearchNote, ResearchNote } from '@coverwright/contracts';
import { AppError } from '../../errors/app-error.ts';
import type { Database } from '../database.ts';
import { ResearchNoteEntity } from '../entities/research-note.entity.ts';
import { isoNow, newId } from '../ids.ts';
import { pageOf } from '../paging.ts';

/** A note as the researcher found it. */
export type NewNote = Omit<ResearchNoteEntity, 'id' | 'application_id' | 'job_id' | 'pinned' | 'excluded' | 'edited_at' | 'created_at'>;
/** A note with what only the researcher asks of it. */
export type StoredNote = Omit<ResearchNoteEntity, 'job_id'>;

/** As few as hold up nobody. */
const notesAtOnce = 100;

const notFound = (id: string) => new AppError('NOT_FOUND', `There is no research note with the id ${id}.`);

/**
 * Stores a note inside a run's transaction. One page is one note: the same text stays the note there is, a new text takes the place of
 * the old one. What the person pinned or edited is left alone, and the new text becomes a note beside it.
 */
export async function insertNote(
  manager: EntityManager,
  applicationId: string,
  jobId: string,
  note: NewNote,
): Promise<{ note: StoredNote; added: boolean }> {
  const page = { application_id: applicationId, source_url: note.source_url };
  const same = await manager.findOneBy(ResearchNoteEntity, { ...page, content_sha256: note.content_sha256 });
  if (same !== null) {
    // The run that saw it last is noted, so that a rerun does not fetch it again.
    const { fetched_at, etag, last_modified, leads, content } = note;
    // The text may have been let go meanwhile.
    const text = same.edited_at === null ? { content } : {};
    return { note: await changed(manager, same, { job_id: jobId, fetched_at, etag, last_modified, leads, ...text }), added: false };
  }
  const old = await manager.findOne(ResearchNoteEntity, { where: { ...page, pinned: false, edited_at: IsNull() }, order: { id: 'DESC' } });
  if (old !== null) return { note: await changed(manager, old, { ...note, job_id: jobId }), added: false };
  const row: ResearchNoteEntity = {
    ...note,
    id: newId(),
    application_id: applicationId,
    job_id: jobId,
    pinned: false,
    excluded: false,
    edited_at: null,
    created_at: isoNow(),
  };
  await manager.insert(ResearchNoteEntity, { ...row });
  return { note: toStored(row), added: true };
}

/** Puts better facts into a note of the application. Null when it is gone or the person has edited it meanwhile. */
export async function replaceFacts(
  manager: EntityManager,
  applicationId: string,
  id: string,
  facts: Fact[],
  factsBy: string,
): Promise<StoredNote | null> {
  const row = await manager.findOneBy(ResearchNoteEntity, { id, application_id: applicationId, edited_at: IsNull() });
  return row === null ? null : changed(manager, row, { facts, facts_by: factsBy });
}

async function changed(manager: EntityManager, row: ResearchNoteEntity, fields: Partial<ResearchNoteEntity>): Promise<StoredNote> {
  await manager.update(ResearchNoteEntity, { id: row.id }, fields);
  return toStored({ ...row, ...fields });
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
    return pageOf((await select.getMany()).map(toStored).map(toNote), query.limit, (note) => note.id);
  }

  async listAll(applicationId: string): Promise<ResearchNote[]> {
    const rows = await this.database.read.find(ResearchNoteEntity, { where: { application_id: applicationId }, order: { id: 'ASC' } });
    return rows.map(toStored).map(toNote);
  }

  /** Notes that one run has stored so far, for its rerun. */
  async listOfJob(jobId: string): Promise<StoredNote[]> {
    return (await this.database.read.findBy(ResearchNoteEntity, { job_id: jobId })).map(toStored);
  }

  /** The newest note of a page: of this application, else of another one, where a person's edits are that application's own. */
  async findByUrl(applicationId: string, url: string): Promise<StoredNote | null> {
    const rows = await this.database.read.find(ResearchNoteEntity, { where: { source_url: url }, order: { fetched_at: 'DESC' }, take: 50 });
    const found = rows.find((row) => row.application_id === applicationId) ?? rows.find((row) => row.edited_at === null);
    return found === undefined ? null : toStored(found);
  }

  /** An edited text keeps those facts whose quotes it still has. */
  update(id: string, fields: PatchResearchNote): Promise<ResearchNote> {
    return this.database.transaction(async (manager) => {
      const row = await manager.findOneBy(ResearchNoteEntity, { id });
      if (row === null) throw notFound(id);
      const { content } = fields;
      const edit = content === undefined || content === row.content ? {} : editOf(row, content);
      const changes = { ...fields, ...edit };
      return toNote(Object.keys(changes).length === 0 ? toStored(row) : await changed(manager, row, changes));
    });
  }

  /**
   * Lets go of texts that were fetched before `before`, down to what is quoted of them; a page is then read as if for the first time. What a
   * person pinned or edited is his own. Returns how many.
   */
  async forgetTexts(before: Date): Promise<number> {
    let forgotten = 0;
    const untouched = { pinned: false, edited_at: IsNull() };
    // By age, so that texts which are too young are not looked at, however many there are.
    for (let after = { fetched_at: '', id: '' }; ;) {
      const rows = await this.database.read
        .createQueryBuilder(ResearchNoteEntity, 'n')
        .where(untouched)
        .andWhere('n.fetched_at < :before', { before: before.toISOString() })
        .andWhere('n.fetched_at >= :fetched_at AND (n.fetched_at, n.id) > (:fetched_at, :id)', after)
        .orderBy({ 'n.fetched_at': 'ASC', 'n.id': 'ASC' })
        .limit(notesAtOnce)
        .getMany();
      const old = rows.filter((row) => row.content !== quotesOf(row));
      await this.database.transaction(async (manager) => {
        for (const { id } of old) {
          const row = await manager.findOneBy(ResearchNoteEntity, { ...untouched, id, fetched_at: LessThan(before.toISOString()) });
          if (row !== null) await changed(manager, row, { content: quotesOf(row), etag: null, last_modified: null, leads: null });
        }
      });
      forgotten += old.length;
      const last = rows.at(-1);
      if (last === undefined || rows.length < notesAtOnce) return forgotten;
      after = { fetched_at: last.fetched_at, id: last.id };
    }
  }

  delete(id: string): Promise<void> {
    return this.database.transaction(async (manager) => {
      const deleted = await manager.delete(ResearchNoteEntity, { id });
      if (deleted.affected === 0) throw notFound(id);
    });
  }
}

/** Every fact's quote stays a part of its note's text. */
const quotesOf = (row: ResearchNoteEntity): string => [...new Set(row.facts.map((fact) => fact.quote))].join('\n\n');

function editOf(row: ResearchNoteEntity, content: string): Partial<ResearchNoteEntity> {
  return { edited_at: isoNow(), facts: row.facts.filter((fact) => content.includes(fact.quote)) };
}

function toStored({ job_id: _jobId, ...note }: ResearchNoteEntity): StoredNote {
  return note;
}

/** The note as everybody may see it. */
export function toNote({
  etag: _etag,
  last_modified: _lastModified,
  leads: _leads,
  facts_by: _factsBy,
  ...note
}: StoredNote): ResearchNote {
  return note;
}
