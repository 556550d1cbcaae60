import { BadArchive } from '@coverwright/server/archive';
import { letterPath } from './archive-paths.ts';
import { rowSchemas, type ArchivedTable } from './row-schemas.ts';

export type ArchivedRow = { id: string } & Record<string, unknown>;

const longestNamed = 5;

/** One line of a table as the row that will be stored. @throws BadArchive, which names the table and the columns at fault and quotes nothing. */
export function checkRow(table: ArchivedTable, line: string, columns: string[]): ArchivedRow {
  const row = toJson(table, line);
  const parsed = rowSchemas[table].safeParse(row);
  if (!parsed.success) {
    const paths = parsed.error.issues.slice(0, longestNamed).map((issue) => issue.path.slice(0, 3).join('.') || 'the row');
    throw new BadArchive('bad_content', `A row of ${table} cannot be stored: ${[...new Set(paths)].join(', ')}.`);
  }
  const stored = row as ArchivedRow;
  const unknown = Object.keys(stored).filter((name) => !columns.includes(name));
  if (unknown.length > 0) {
    throw new BadArchive(
      'other_version',
      `The table ${table} has columns that this program does not know: ${unknown.slice(0, 5).join(', ')}.`,
    );
  }
  if (table === 'generated_documents') checkPath(stored);
  return settle(table, stored);
}

/** The path of a letter becomes the path of a file: nothing but what the product itself would have given it may pass. */
function checkPath({ application_id, version, file_path }: ArchivedRow): void {
  if (String(file_path).replaceAll('\\', '/') === letterPath(String(application_id), Number(version))) return;
  throw new BadArchive('bad_content', 'A row of generated_documents cannot be stored: file_path.');
}

/** What was under way when the export was made goes on there, not here. */
function settle(table: ArchivedTable, row: ArchivedRow): ArchivedRow {
  if (table === 'messages' && row['status'] === 'streaming') return { ...row, status: 'stopped' };
  if (table !== 'background_jobs' || !isOpen(row)) return row;
  return {
    ...row,
    status: 'cancelled',
    stage: 'done',
    progress: { percent: 100, message: 'Cancelled: it was under way when the export was made' },
    finished_at: row['updated_at'],
    announced: true,
  };
}

export const isOpen = (run: ArchivedRow): boolean => run['status'] === 'pending' || run['status'] === 'running';

function toJson(table: string, line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (error) {
    throw new BadArchive('damaged', `A row of ${table} is not JSON.`, error);
  }
}
