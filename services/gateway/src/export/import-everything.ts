import { createReadStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { errorCodeSchema, type ImportSummary } from '@coverwright/contracts';
import {
  AppError,
  ContentFolder,
  Database,
  DocumentRepository,
  EverythingRepository,
  listMigrations,
  LOGGER,
  tableNames,
  type Logger,
  type Row,
  type TableName,
} from '@coverwright/server';
import { readLines } from '@coverwright/server/archive';
import { Isolation } from '../isolation/isolation.ts';
import { scriptBeside, WorkEnded, type WorkAnswer, type WorkLimits } from '../isolation/work.ts';
import { rowsFile, type ExportToCheck } from './check-export.ts';
import { IncomingFolder } from './incoming-folder.ts';

const workLimits: WorkLimits = { growthMb: 512, deadlineMs: 300_000 };
/** Far above what 5,000 applications come to, far below what a disk holds. */
const archiveLimits = { bytes: 4 * 1024 ** 3, files: 200_000 };
const rowsAtOnce = 100;
const longestRow = 64 * 1024 * 1024;

/**
 * Puts an export into an empty instance. A process of its own reads the zip, checks all of it and lays out the rows; then the resume is
 * written, then all rows in one transaction, then the letters, which the next start writes from their rows if this one is ended before.
 */
@Injectable()
export class ImportEverything {
  constructor(
    @Inject(IncomingFolder) private readonly incoming: IncomingFolder,
    @Inject(Isolation) private readonly isolation: Isolation,
    @Inject(Database) private readonly database: Database,
    @Inject(EverythingRepository) private readonly everything: EverythingRepository,
    @Inject(DocumentRepository) private readonly documents: DocumentRepository,
    @Inject(ContentFolder) private readonly content: ContentFolder,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async import(zip: string): Promise<ImportSummary> {
    await this.refuseUnlessEmpty();
    const folder = await mkdtemp(join(this.incoming.path, 'checked-'));
    try {
      const summary = await this.check(zip, folder);
      const put = await this.putResume(folder);
      await this.putRows(folder).catch(async (error: unknown) => {
        for (const path of put) await this.content.remove(path);
        throw error;
      });
      await this.documents.restoreMissingFiles();
      this.logger.info({ ...summary }, 'an export was imported');
      return summary;
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async check(zip: string, folder: string): Promise<ImportSummary> {
    const columns = Object.fromEntries(tableNames.map((table) => [table, this.everything.columns(table)])) as ExportToCheck['columns'];
    const order: ExportToCheck = { zip, folder, columns, migrations: await listMigrations(this.database), limits: archiveLimits };
    const answer = await this.isolation
      .run<ImportSummary>(scriptBeside('import-worker', import.meta.url), order, workLimits)
      .catch((error: unknown): WorkAnswer<ImportSummary> => {
        if (!(error instanceof WorkEnded) || error.reason === 'shutdown') throw error;
        this.logger.warn({ err: error }, 'an export could not be read');
        return { fault: { code: 'FILE_UNREADABLE', message: 'The zip takes too long or too much memory to read.', hint: 'Export again.' } };
      });
    if ('value' in answer) return answer.value;
    const { code, message, hint } = answer.fault;
    throw new AppError(errorCodeSchema.parse(code), message, { hint });
  }

  private async refuseUnlessEmpty(): Promise<void> {
    if (!(await this.everything.isEmpty())) throw notEmpty('There are applications');
  }

  private async putRows(folder: string): Promise<void> {
    let all: boolean;
    try {
      all = await this.everything.insertAll((table) => readRows(folder, table));
    } catch (error) {
      if (!isConstraint(error)) throw error;
      throw new AppError('FILE_UNREADABLE', 'Rows of the export contradict each other: the database does not take them.', {
        hint: 'Nothing was imported. The zip was changed after it was made. Export again, or take another copy.',
        cause: error,
      });
    }
    if (!all) throw notEmpty('There are applications');
  }

  /** A resume that is there already must be the same one: an import that was cut short before its rows may have put it there. */
  private async putResume(folder: string): Promise<string[]> {
    const given = new ContentFolder(folder);
    const paths = await given.listResumeFiles();
    const there = await this.content.listResumeFiles();
    for (const path of there) {
      if ((await this.content.read(path)) !== (await given.read(path))) throw notEmpty('There is a resume');
    }
    const missing = paths.filter((path) => !there.includes(path));
    for (const path of missing) await this.content.restore(path, await readFile(given.inside(path), 'utf8'));
    return missing;
  }
}

async function* readRows(folder: string, table: TableName): AsyncGenerator<Row[]> {
  let rows: Row[] = [];
  for await (const line of readLines(createReadStream(rowsFile(folder, table)), longestRow)) {
    rows.push(JSON.parse(line) as Row);
    if (rows.length < rowsAtOnce) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

/** SQLite names it, PostgreSQL numbers it: class 23. */
function isConstraint(error: unknown): boolean {
  const code = (error as { driverError?: { code?: unknown } } | null)?.driverError?.code;
  return typeof code === 'string' && /^(SQLITE_CONSTRAINT|23)/.test(code);
}

const notEmpty = (what: string) =>
  new AppError('NOT_EMPTY', `${what} here already, and an import never mixes with what is there.`, {
    hint: 'Nothing was imported. Import into a fresh instance: start one with empty folders (DATA_DIR, CONTENT_DIR).',
  });
