import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { apiPaths, orchestrationSchema, type Document, type Orchestration } from '@coverwright/contracts';
import { openEventStream, throwawayRedis } from '@coverwright/testing';
import { visibleText } from './company-site.ts';
import { useWorld } from './use-world.ts';
import type { World, WorldOptions } from './world.ts';

interface Variant {
  name: string;
  generator: string;
  world: () => WorldOptions | Promise<WorldOptions>;
}

/** `npm test` provides one that may be emptied; every other spec lets the product bring its own. */
const givenRedis = process.env.REDIS_URL !== undefined;

const variants: Variant[] = [
  { name: 'with a model and a Redis of its own', generator: 'ollama:good:3b', world: () => ({ model: {} }) },
  {
    name: givenRedis ? 'without a model, on a given Redis' : 'without a model',
    generator: 'offline',
    world: async () => ({ model: null, ...(givenRedis ? { env: { REDIS_URL: await throwawayRedis() } } : {}) }),
  },
];

for (const { name, generator, world: options } of variants) {
  test.describe(`research and letter ${name}`, () => {
    const world = useWorld(options);

    test('goes from pending to success, keeps every version and says where each sentence comes from', async () => {
      const { api, site } = world();
      await api.useSampleResume();
      const application = await api.createApplication();

      const first = await watchRun(world(), application.id, `${site.url}/about`);
      expect(statuses(first)).toEqual(['pending', 'running', 'success']);
      expect(percents(first)).toEqual([...percents(first)].sort((a, b) => a - b));

      const notes = await api.notes(application.id);
      const facts = notes.flatMap((note) =>
        note.facts.map(({ quote }) => ({ quote, seen: visibleText(new URL(note.source_url).pathname) })),
      );
      expect(facts.length).toBeGreaterThan(2);
      for (const { quote, seen } of facts) expect(seen).toContain(quote.replace(/\s+/g, ' '));

      const [one] = await api.documents(application.id);
      const row = one as Document;
      const letter = await api.document(row.id);
      expect(row).toMatchObject({ version: 1, generator, file_path: `applications/${application.id}/cover_letters/cover_letter_v1.md` });
      expect(first.at(-1)?.result).toMatchObject({ document_id: row.id, version: 1, file_path: row.file_path, generator });
      const file = join(world().stack.contentDir, row.file_path);
      expect(await readFile(file, 'utf8')).toBe(letter.content);
      expect(letter.content).toContain('Harrow & Finch');
      expect(letter.provenance.length).toBeGreaterThan(4);
      expect(letter.provenance.filter((sentence) => sentence.status === 'unsupported')).toEqual([]);
      expect(letter.provenance.flatMap((sentence) => sentence.sources).map((source) => source.kind)).toEqual(
        expect.arrayContaining(['resume', 'note']),
      );
      const before = await stat(file);

      const second = await watchRun(world(), application.id, `${site.url}/about`);
      expect(second.at(-1)).toMatchObject({ status: 'success', result: { version: 2 } });
      const documents = await api.documents(application.id);
      expect(documents.map(({ version }) => version)).toEqual([2, 1]);
      expect(documents[1]).toEqual(row);
      expect(await api.document(row.id)).toEqual(letter);
      expect(await readFile(file, 'utf8')).toBe(letter.content);
      expect((await stat(file)).mtimeMs).toBe(before.mtimeMs);
      expect(await api.notes(application.id)).toHaveLength(notes.length);
    });
  });
}

/** Starts a run and returns every state of it that the application's stream tells of. */
async function watchRun({ api }: World, applicationId: string, url: string): Promise<Orchestration[]> {
  const stream = openEventStream(api.url + apiPaths.applicationEvents(applicationId));
  await stream.until(({ event }) => event === 'snapshot');
  const jobId = await api.start(applicationId, { action: 'research_then_write', url });
  await stream.until(({ event, data }) => event === 'job' && ['success', 'failure'].includes((data as Orchestration).status));
  stream.close();
  return stream.seen
    .filter(({ event }) => event === 'job')
    .map(({ data }) => orchestrationSchema.parse(data))
    .filter((run) => run.job_id === jobId);
}

const statuses = (runs: Orchestration[]) => [...new Set(runs.map((run) => run.status))];
const percents = (runs: Orchestration[]) => runs.map((run) => run.progress.percent);
