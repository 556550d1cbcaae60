import type {
  Document,
  DocumentInputs,
  DocumentType,
  DocumentWithContent,
  LetterCheck,
  ListDocumentsQuery,
  ListedApplication,
  ListOf,
  SentenceProvenance,
} from '@coverwright/contracts';
import { In, IsNull, Not, type EntityManager } from 'typeorm';
import type { ContentFolder } from '../../content/content-folder.ts';
import { AppError } from '../../errors/app-error.ts';
import { faultPoint } from '../../faults/fault-point.ts';
import type { Database } from '../database.ts';
import { GeneratedDocumentEntity } from '../entities/generated-document.entity.ts';
import { isoNow, newId } from '../ids.ts';
import { decodeCursor, encodeCursor, pageOf } from '../paging.ts';
import { touchApplication } from './application.repository.ts';

/** A version before it has a number. */
export interface NewVersion {
  application_id: string;
  document_type: DocumentType;
  content: string;
  provenance: SentenceProvenance[];
  checks: LetterCheck[];
  inputs: DocumentInputs;
  generator: string;
  parent_version: number | null;
  feedback: string | null;
  job_id: string | null;
}

/** What lists say of the letter that was sent. */
export type SentLetter = NonNullable<ListedApplication['sent']>;

type Alongside = (manager: EntityManager) => Promise<(document: Document) => Promise<void>>;

const documentNotFound = (id: string) => new AppError('NOT_FOUND', `There is no document with the id ${id}.`);

export class DocumentRepository {
  constructor(
    private readonly database: Database,
    private readonly content: ContentFolder,
  ) {}

  /**
   * The only way a version comes to be, whoever wrote it. The file is complete on disk before the row that names it is committed, and one
   * transaction gives the number, the row and the file's name. `alongside` joins that transaction before anything is written (a run checks
   * its fence there); what it returns is called once the row is in (a run ends there). When either throws, nothing has happened.
   */
  async appendVersion(version: NewVersion, alongside?: Alongside): Promise<DocumentWithContent> {
    const staged = await this.content.stageLetter(version.application_id, version.content);
    faultPoint('letter-staged');
    let document: DocumentWithContent;
    try {
      document = await this.database.transaction(async (manager) => {
        await touchApplication(manager, version.application_id);
        const finish = await alongside?.(manager);
        const row = await this.nextRow(manager, version);
        await manager.insert(GeneratedDocumentEntity, { ...row });
        await finish?.(toDocument(row));
        faultPoint('document-inserted');
        await staged.publish(this.content.inside(row.file_path));
        faultPoint('file-published');
        return row;
      });
    } catch (error) {
      await staged.withdraw();
      throw error;
    }
    faultPoint('document-committed');
    await staged.keep();
    return document;
  }

  async get(id: string): Promise<DocumentWithContent> {
    const row = await this.database.read.findOneBy(GeneratedDocumentEntity, { id });
    if (row === null) throw documentNotFound(id);
    return row;
  }

  /** Newest version first, whatever the clock said when it was written. */
  async list(applicationId: string, query: ListDocumentsQuery): Promise<ListOf<Document>> {
    const select = this.database.read
      .createQueryBuilder(GeneratedDocumentEntity, 'd')
      .where('d.application_id = :applicationId', { applicationId })
      .orderBy('d.version', 'DESC')
      .addOrderBy('d.id', 'DESC')
      .limit(query.limit + 1);
    if (query.type !== undefined) select.andWhere('d.document_type = :type', { type: query.type });
    if (query.cursor !== undefined) {
      const [version, id] = decodeCursor(query.cursor);
      select.andWhere('(d.version < :version OR (d.version = :version AND d.id < :id))', { version: Number(version), id });
    }
    return pageOf((await select.getMany()).map(toDocument), query.limit, ({ version, id }) => encodeCursor(String(version), id));
  }

  async findVersion(applicationId: string, type: DocumentType, version: number): Promise<DocumentWithContent | null> {
    return this.database.read.findOneBy(GeneratedDocumentEntity, { application_id: applicationId, document_type: type, version });
  }

  async findLatest(applicationId: string, type: DocumentType): Promise<DocumentWithContent | null> {
    return this.database.read.findOne(GeneratedDocumentEntity, {
      where: { application_id: applicationId, document_type: type },
      order: { version: 'DESC' },
    });
  }

  markSent(id: string, sentAt: string | null): Promise<DocumentWithContent> {
    return this.database.transaction(async (manager) => {
      await manager.update(GeneratedDocumentEntity, { id }, { sent_at: sentAt === null ? null : new Date(sentAt).toISOString() });
      const row = await manager.findOneBy(GeneratedDocumentEntity, { id });
      if (row === null) throw documentNotFound(id);
      await touchApplication(manager, row.application_id);
      return row;
    });
  }

  /** The letter of each application that was sent last, by application. */
  async findSent(applicationIds: string[]): Promise<Map<string, SentLetter>> {
    const rows = await this.database.read.find(GeneratedDocumentEntity, {
      select: { id: true, application_id: true, version: true, sent_at: true },
      where: { application_id: In(applicationIds), sent_at: Not(IsNull()) },
      order: { sent_at: 'ASC', version: 'ASC' },
    });
    return new Map(
      rows.map(({ id, application_id, version, sent_at }) => [application_id, { document_id: id, version, sent_at: sent_at ?? '' }]),
    );
  }

  /**
   * Removes what processes that died have left: temporary files, and letters that never got their row. Looked at inside a transaction, so
   * that a writer that is just committing is waited for. Returns how many files.
   */
  async sweepUnfinished(minAgeMs: number): Promise<number> {
    const unfinished = await this.content.findUnfinished(minAgeMs);
    for (const { temporaryPath, twin } of unfinished) {
      await this.database.transaction(async (manager) => {
        const isLetter = twin === null || (await manager.existsBy(GeneratedDocumentEntity, { file_path: twin }));
        if (!isLetter) await this.content.remove(twin);
        await this.content.remove(temporaryPath);
      });
    }
    return unfinished.length;
  }

  /** Rewrites from their rows the files that are missing. Returns their paths. */
  async restoreMissingFiles(): Promise<string[]> {
    const restored: string[] = [];
    const rows = await this.database.read.find(GeneratedDocumentEntity, { select: { id: true, file_path: true } });
    const restore = async ({ id, file_path }: { id: string; file_path: string }) => {
      if ((await this.content.read(file_path)) !== null) return;
      await this.content.restore(file_path, (await this.get(id)).content);
      restored.push(file_path);
    };
    // Several at once: each waits for the disk.
    for (let next = 0; next < rows.length; next += 16) await Promise.all(rows.slice(next, next + 16).map(restore));
    return restored;
  }

  private async nextRow(manager: EntityManager, version: NewVersion): Promise<GeneratedDocumentEntity> {
    const { max } = (await manager
      .createQueryBuilder(GeneratedDocumentEntity, 'd')
      .select('MAX(d.version)', 'max')
      .where('d.application_id = :id AND d.document_type = :type', { id: version.application_id, type: version.document_type })
      .getRawOne<{ max: number | null }>()) ?? { max: null };
    const number = (max ?? 0) + 1;
    return {
      id: newId(),
      ...version,
      version: number,
      file_path: this.content.letterPath(version.application_id, number),
      sent_at: null,
      created_at: isoNow(),
    };
  }
}

export function toDocument(row: DocumentWithContent): Document {
  const { content: _content, provenance: _provenance, checks: _checks, inputs: _inputs, ...document } = row;
  return document;
}
