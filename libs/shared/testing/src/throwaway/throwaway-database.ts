import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  ApplicationRepository,
  ContentFolder,
  Database,
  DocumentRepository,
  JobRepository,
  MessageRepository,
  migrate,
  ResearchNoteRepository,
} from '@coverwright/server';
import { throwawayPostgres } from './throwaway-postgres.ts';

export interface ThrowawayDatabase {
  database: Database;
  content: ContentFolder;
  folder: string;
  applications: ApplicationRepository;
  jobs: JobRepository;
  notes: ResearchNoteRepository;
  documents: DocumentRepository;
  messages: MessageRepository;
  close(): Promise<void>;
}

export type DatabaseKind = 'sqlite' | 'postgres';
/** For batteries that hold on both: `describe.each(databaseKinds)`. */
export const databaseKinds: DatabaseKind[] = ['sqlite', 'postgres'];

/** A migrated database and content folder of their own, gone on `close`. */
export async function throwawayDatabase(kind: DatabaseKind = 'sqlite'): Promise<ThrowawayDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'coverwright-test-'));
  const server = kind === 'postgres' ? await throwawayPostgres() : null;
  const database = await Database.open({ url: server?.url ?? null, dataDir: folder });
  await migrate(database);
  const content = new ContentFolder(join(folder, 'content'));
  return {
    database,
    content,
    folder,
    applications: new ApplicationRepository(database),
    jobs: new JobRepository(database),
    notes: new ResearchNoteRepository(database),
    documents: new DocumentRepository(database, content),
    messages: new MessageRepository(database),
    close: async () => {
      await database.close();
      await server?.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
