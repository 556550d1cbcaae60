import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { ContentFolder, Database, EverythingRepository, listMigrations, tableNames, type Row, type TableName } from '@coverwright/server';
import { archiveVersion, writeArchive, type ArchivePart } from '@coverwright/server/archive';
import { contentPath, readMe, tablePath } from './archive-paths.ts';

const explanation = `Everything that Coverwright keeps for you.

content/   your resume with its earlier texts, and every letter, as files
database/  the same letters with where each sentence comes from, and applications, research notes, chats and runs: one JSON array a
           table, one row a line
manifest.json  each file with its size and SHA-256

Put it into an empty Coverwright with POST /api/import.
`;

/** Everything as one zip, written while it is read: neither the size of the database nor a slow reader costs memory. */
@Injectable()
export class ExportEverything {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(EverythingRepository) private readonly everything: EverythingRepository,
    @Inject(ContentFolder) private readonly content: ContentFolder,
  ) {}

  async stream(): Promise<Readable> {
    const migrations = await listMigrations(this.database);
    const about = { format: 'coverwright-export', version: archiveVersion, created_at: new Date().toISOString(), migrations } as const;
    return writeArchive(this.parts(), about);
  }

  private async *parts(): AsyncGenerator<ArchivePart> {
    yield { path: readMe, content: [explanation] };
    for (const path of await this.content.listResumeFiles()) {
      yield { path: contentPath(path), content: createReadStream(this.content.inside(path)) };
    }
    const applications = new Set<string>();
    const letters = new Set<string>();
    for (const table of tableNames) yield { path: tablePath(table), content: this.rows(table, applications, letters) };
    for await (const rows of this.everything.readPages('generated_documents', ['file_path', 'content'])) {
      // Letters that came to be meanwhile have no row in the archive; those deleted meanwhile have no file, which an import does not need.
      for (const { file_path, content } of rows as (Row & { file_path: string; content: string })[]) {
        if (letters.has(file_path)) yield { path: contentPath(file_path), content: [content] };
      }
    }
  }

  /** A JSON array, one row a line. What an application owns that came after the list of applications was read stays out. */
  private async *rows(table: TableName, applications: Set<string>, letters: Set<string>): AsyncGenerator<string> {
    let separator = '[\n';
    for await (const rows of this.everything.readPages(table)) {
      const lines: string[] = [];
      for (const row of rows) {
        if (table === 'applications') applications.add(row.id);
        else if (!applications.has(String(row['application_id']))) continue;
        if (table === 'generated_documents') letters.add(String(row['file_path']));
        lines.push(separator, JSON.stringify(row));
        separator = ',\n';
      }
      yield lines.join('');
    }
    yield separator === '[\n' ? '[]\n' : '\n]\n';
  }
}
