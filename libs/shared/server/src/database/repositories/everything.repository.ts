import { MoreThan, type EntityManager, type EntityTarget, type ObjectLiteral } from 'typeorm';
import type { Database } from '../database.ts';
import { ApplicationEntity } from '../entities/application.entity.ts';
import { BackgroundJobEntity } from '../entities/background-job.entity.ts';
import { GeneratedDocumentEntity } from '../entities/generated-document.entity.ts';
import { MessageEntity } from '../entities/message.entity.ts';
import { ResearchNoteEntity } from '../entities/research-note.entity.ts';

/** Owners before what they own. */
const entities = {
  applications: ApplicationEntity,
  background_jobs: BackgroundJobEntity,
  research_notes: ResearchNoteEntity,
  generated_documents: GeneratedDocumentEntity,
  messages: MessageEntity,
} satisfies Record<string, EntityTarget<ObjectLiteral>>;

export type TableName = keyof typeof entities;
export const tableNames = Object.keys(entities) as TableName[];
/** A row with its JSON read and its flags as booleans. */
export type Row = { id: string } & Record<string, unknown>;

/** Few enough to be garbage before V8 takes them for something that stays. */
const pageSize = 20;

/** Whole tables, for an export and for what an export is put into. */
export class EverythingRepository {
  constructor(private readonly database: Database) {}

  /** Every row that is there when its page is read, by id, a page at a time; whole, or these columns of it. */
  async *readPages(table: TableName, columns?: string[]): AsyncGenerator<Row[]> {
    const entity: EntityTarget<ObjectLiteral> = entities[table];
    for (let after = ''; ;) {
      const rows = (await this.database.read.find(entity, {
        ...(columns === undefined ? {} : { select: Object.fromEntries(['id', ...columns].map((name) => [name, true])) }),
        where: { id: MoreThan(after) },
        order: { id: 'ASC' },
        take: pageSize,
      })) as Row[];
      if (rows.length > 0) yield rows;
      if (rows.length < pageSize) return;
      after = rows.at(-1)?.id ?? '';
    }
  }

  columns(table: TableName): string[] {
    return this.database.read.dataSource.getMetadata(entities[table]).columns.map(({ propertyName }) => propertyName);
  }

  async isEmpty(manager: EntityManager = this.database.read): Promise<boolean> {
    return !(await manager.exists(ApplicationEntity, {}));
  }

  /** All of it or, when anything throws, nothing. `pages` are asked for table by table. False, and nothing is done, when something is there. */
  insertAll(pages: (table: TableName) => AsyncIterable<Row[]>): Promise<boolean> {
    return this.database.transaction(async (manager) => {
      if (!(await this.isEmpty(manager))) return false;
      for (const table of tableNames) {
        for await (const rows of pages(table)) await manager.insert(entities[table], rows);
      }
      return true;
    });
  }
}
