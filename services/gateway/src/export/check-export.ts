import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ImportSummary } from '@coverwright/contracts';
import { Archive, BadArchive, readLines, type ArchivedFile, type ArchiveLimits } from '@coverwright/server/archive';
import { contentPath, isKnownPath, isLetter, letterPath, resumePathOf, tablePath } from './archive-paths.ts';
import { checkRow, isOpen, type ArchivedRow } from './check-row.ts';
import { rowSchemas, type ArchivedTable } from './row-schemas.ts';

export interface ExportToCheck {
  zip: string;
  /** Where the rows, a line each, and the resume are put once they are found good. */
  folder: string;
  columns: Record<ArchivedTable, string[]>;
  /** Names of the migrations that this program knows. */
  migrations: string[];
  limits: ArchiveLimits;
}

const tables = Object.keys(rowSchemas) as ArchivedTable[];
const longestRow = 32 * 1024 * 1024;
const resumeBytes = 4 * 1024 * 1024;

export const rowsFile = (folder: string, table: string): string => join(folder, `${table}.jsonl`);

/** Reads all of an export and holds every part against the others before anything of it is used. @throws BadArchive */
export async function checkExport({ zip, folder, columns, migrations, limits }: ExportToCheck): Promise<ImportSummary> {
  const archive = await Archive.open(zip, 'coverwright-export', isKnownPath, limits);
  try {
    const { manifest } = archive;
    if (manifest.migrations.some((name) => !migrations.includes(name))) {
      throw new BadArchive('other_version', 'The export was made by a newer version of Coverwright.');
    }
    const files = new Map(manifest.files.map((file) => [file.path, file]));
    const counts = new Map<ArchivedTable, number>();
    const applications = new Set<string>();
    const letters = new Map<string, string>();
    let cancelled = 0;
    for (const table of tables) {
      const file = files.get(tablePath(table));
      if (file === undefined) throw new BadArchive('foreign', `The export has no table ${table}.`);
      let count = 0;
      const rows = async function* () {
        for await (const line of rowLines(archive, file)) {
          const row = checkRow(table, line, columns[table]);
          if (table === 'applications') applications.add(row.id);
          else if (!applications.has(String(row['application_id']))) throw orphan(table);
          if (table === 'generated_documents') letters.set(pathOf(row), sha256(String(row['content'])));
          if (table === 'background_jobs' && isOpen(JSON.parse(line) as ArchivedRow)) cancelled += 1;
          count += 1;
          yield `${JSON.stringify(row)}\n`;
        }
      };
      await pipeline(rows, createWriteStream(rowsFile(folder, table), { mode: 0o600 }));
      counts.set(table, count);
    }
    await checkFiles(archive, letters, folder);
    const of = (table: ArchivedTable) => counts.get(table) ?? 0;
    return {
      applications: of('applications'),
      research_notes: of('research_notes'),
      documents: of('generated_documents'),
      messages: of('messages'),
      runs: of('background_jobs'),
      cancelled_runs: cancelled,
      resume: files.has(contentPath('resume/base_resume.md')),
    };
  } finally {
    archive.close();
  }
}

/** Letters must be what their rows say; the resume is put into the folder; the rest must be whole. */
async function checkFiles(archive: Archive, letters: Map<string, string>, folder: string): Promise<void> {
  for (const file of archive.manifest.files) {
    const resume = resumePathOf(file.path);
    if (resume !== null) {
      if (file.bytes > resumeBytes) throw new BadArchive('too_large', `${file.path} is far too large for a resume.`);
      await mkdir(dirname(join(folder, resume)), { recursive: true });
      await pipeline(archive.read(file), createWriteStream(join(folder, resume), { mode: 0o600 }));
    } else if (!file.path.startsWith('database/')) {
      if (isLetter(file.path) && letters.get(file.path) !== file.sha256) {
        throw new BadArchive('bad_content', `${file.path} is not the letter that its row in the database has.`);
      }
      for await (const _piece of archive.read(file));
    }
  }
}

/** The rows of a JSON array that has one a line. */
async function* rowLines(archive: Archive, file: ArchivedFile): AsyncGenerator<string> {
  for await (const line of readLines(archive.read(file), longestRow)) {
    const row = line.replace(/,$/, '');
    if (!['', '[', ']', '[]'].includes(row)) yield row;
  }
}

const pathOf = (row: ArchivedRow) => contentPath(letterPath(String(row['application_id']), Number(row['version'])));
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const orphan = (table: string) =>
  new BadArchive('bad_content', `A row of ${table} belongs to an application that the export does not have.`);
