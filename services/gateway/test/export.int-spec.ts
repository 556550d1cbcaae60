import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { apiPaths, type Application, type DocumentWithContent, type ImportSummary, type ListOf } from '@coverwright/contracts';
import { databaseKinds, newApplication, newNote, newVersion } from '@coverwright/testing';
import { startTestGateway, type Answer, type TestGateway } from './test-gateway.ts';

type Files = Record<string, Uint8Array>;
interface Manifest {
  version: number;
  format: string;
  migrations: string[];
  files: { path: string; bytes: number; sha256: string }[];
}
type Refusal = Answer<{ code: string; detail: string }>;

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const listFiles = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .filter((path) => !path.startsWith('.'))
        .sort()
    : [];

const rowsOf = (files: Files, table: string) =>
  JSON.parse(strFromU8(files[`database/${table}.json`] ?? new Uint8Array())) as ({ id: string } & Record<string, unknown>)[];

/** What file systems, zips and JSON may each take amiss; two of them are the same, and the last is as long as a name may be. */
const awkwardNames = ['../../..\\CON:"|?*<x>', 'Zażółć 株式会社 🧾 \u202egnp.exe', 'e\u0301 and é', 'e\u0301 and é', '語'.repeat(200)];

/** For each name an application with all that may be in one: marks, notes of every kind, letters that follow each other, replies side by side. */
async function addAwkward(gateway: TestGateway): Promise<void> {
  const { jobs } = gateway.parts;
  for (const [index, name] of awkwardNames.entries()) {
    const fields = newApplication({ company_name: name, job_title: name, status: `status ${index} ✓` });
    const { id } = (await gateway.request<Application>('POST', apiPaths.applications, fields)).body;
    const edit = async (content: string, parent_version: number) =>
      (
        await gateway.request<DocumentWithContent>('POST', apiPaths.applicationDocuments(id), {
          document_type: 'cover_letter',
          content,
          parent_version,
        })
      ).body;
    const first = await gateway.parts.documents.appendVersion(newVersion(id, { content: `${name}\r\n\r\n` }));
    await edit('another text', 1);
    // A version that is restored is its text again, as a new one.
    await edit(first.content, 1);
    await gateway.request('PATCH', apiPaths.document(first.id), { sent_at: '2026-02-03T04:05:06.789+05:30' });
    const { job } = await jobs.accept(id, { action: 'research_only' }, { idempotencyKey: null, origin: 'api' });
    const claim = await jobs.claim(job.id, job.generation, 'research');
    if (claim === null) throw new Error('The run of this test was not to be had.');
    for (const mark of ['pinned', 'excluded']) {
      const page = {
        title: name,
        content: name,
        facts: [{ topic: 'product', claim: name, quote: name }],
        content_sha256: sha256(Buffer.from(mark)),
      };
      const { note } = await jobs.addNote(claim, newNote({ ...page, source_url: `https://fernhill.example/ü?q=%00&for=${mark}` }));
      await gateway.request('PATCH', apiPaths.researchNote(note.id), { [mark]: true });
    }
    await jobs.finishResearch(claim, { notes_added: 2, notes_total: 2 }, []);
    const said = { application_id: id, content: name, status: 'complete' as const };
    const { question } = await gateway.messages.createExchange({ ...said, role: 'user' }, { ...said, role: 'assistant' });
    await gateway.messages.addSibling(question.id, { ...said, role: 'assistant' });
  }
}

describe.each(databaseKinds)('an export (%s)', (kind) => {
  let origin: TestGateway;
  let id: string;
  let zip: Uint8Array;
  let files: Files;

  const odd = 'Crème & “brûlée”\r\n\ttabs, emoji 🧾, a \\ and no end of line';

  beforeAll(async () => {
    origin = await startTestGateway({ database: kind });
    await origin.request('PUT', apiPaths.resume, { content: '# Ada\n\n- first\n' });
    await origin.request('PUT', apiPaths.resume, { content: `# Ada\n\n- second ${odd}` });
    await origin.request('PUT', apiPaths.voice, { content: 'Dear all,\n' });
    ({ id } = (await origin.request<Application>('POST', apiPaths.applications, newApplication({ notes: odd }))).body);
    for (let other = 0; other < 120; other += 1) {
      await origin.request('POST', apiPaths.applications, newApplication({ job_title: `Engineer ${other}` }));
    }
    const { documents, jobs } = origin.parts;
    const sources = [{ kind: 'note' as const, id: 'n1', quote: odd, url: 'https://fernhill.example/a' }];
    const provenance = [{ paragraph: 0, sentence: 0, text: odd, status: 'grounded' as const, sources }];
    await documents.appendVersion(newVersion(id, { content: odd, provenance, feedback: 'warmer' }));
    await documents.appendVersion(newVersion(id, { content: 'Dear team,\n\nTwo.\n', parent_version: 1 }));
    await addAwkward(origin);
    await origin.request('POST', apiPaths.messages(id), { content: 'hello?' });
    await jobs.accept(id, { action: 'write_only' }, { idempotencyKey: 'k', origin: 'chat' });
    zip = (await origin.download(apiPaths.export)).bytes;
    files = unzipSync(zip);
  });
  afterAll(() => origin.close());

  const manifest = () => JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as Manifest;
  const rows = (table: string) => JSON.parse(strFromU8(files[`database/${table}.json`] ?? new Uint8Array())) as { id: string }[];

  it('holds every row as JSON, the letters and the resume as files, and a manifest that fits', () => {
    const { files: listed, version } = manifest();
    expect(version).toBe(1);
    expect(listed).toHaveLength(Object.keys(files).length - 1);
    for (const { path, bytes, sha256: sum } of listed) {
      expect([path, files[path]?.length, sha256(files[path] ?? new Uint8Array())]).toEqual([path, bytes, sum]);
    }
    expect(rows('applications')).toHaveLength(121 + awkwardNames.length);
    expect(rows('generated_documents')).toHaveLength(2 + 3 * awkwardNames.length);
    expect(strFromU8(files[`content/applications/${id}/cover_letters/cover_letter_v1.md`] ?? new Uint8Array())).toBe(odd);
    expect(Object.keys(files).filter((path) => path.startsWith('content/resume/'))).toHaveLength(3);
  });

  it('put into an empty instance gives the same letters, rows and resume, and runs that were open are cancelled there', async () => {
    const other = await startTestGateway({ database: kind });
    try {
      const imported = await other.upload<ImportSummary>(apiPaths.import, zip);
      expect(imported).toMatchObject({
        status: 201,
        body: { applications: 126, documents: 17, messages: 17, research_notes: 10, cancelled_runs: 1, resume: true },
      });
      const again = unzipSync((await other.download(apiPaths.export)).bytes);
      const changed = ['manifest.json', 'database/background_jobs.json', 'database/messages.json'];
      for (const path of Object.keys({ ...files, ...again }).filter((name) => !changed.includes(name))) {
        expect([path, strFromU8(again[path] ?? new Uint8Array())]).toEqual([path, strFromU8(files[path] ?? new Uint8Array())]);
      }
      const settled = (copy: Files) => rowsOf(copy, 'messages').filter(({ application_id }) => application_id !== id);
      expect(settled(again)).toEqual(settled(files));
      for (const { file_path, content } of rowsOf(files, 'generated_documents')) {
        expect(readFileSync(join(other.contentDir, String(file_path)), 'utf8')).toBe(content);
      }
      const { items } = (await other.request<ListOf<{ id: string }>>('GET', apiPaths.applicationDocuments(id))).body;
      for (const { id: documentId } of items) {
        const [here, there] = await Promise.all(
          [origin, other].map((gateway) => gateway.request<DocumentWithContent>('GET', apiPaths.document(documentId))),
        );
        expect(there?.body).toEqual(here?.body);
        expect(readFileSync(join(other.contentDir, here?.body.file_path ?? ''), 'utf8')).toBe(here?.body.content);
      }
      const second: Refusal = await other.upload(apiPaths.import, zip);
      expect(second).toMatchObject({ status: 409, body: { code: 'NOT_EMPTY' } });
    } finally {
      await other.close();
    }
  });

  describe('that is not one, or not whole', () => {
    let empty: TestGateway;
    beforeAll(async () => {
      empty = await startTestGateway();
    });
    afterAll(() => empty.close());

    /** The export with files changed; the manifest names them as they are then. */
    const changed = (change: (copy: Files) => void, about: Partial<Manifest> = {}): Uint8Array => {
      const copy = { ...files };
      change(copy);
      const listed = Object.entries(copy)
        .filter(([path]) => path !== 'manifest.json')
        .map(([path, bytes]) => ({ path, bytes: bytes.length, sha256: sha256(bytes) }));
      copy['manifest.json'] = strToU8(JSON.stringify({ ...manifest(), ...about, files: listed }));
      return zipSync(copy);
    };
    const changedRow = (table: string, fields: Record<string, unknown>) =>
      changed((copy) => {
        const [first, ...others] = rows(table);
        copy[`database/${table}.json`] = strToU8(
          `[\n${[{ ...first, ...fields }, ...others].map((row) => JSON.stringify(row)).join(',\n')}\n]\n`,
        );
      });
    const flipped = () => {
      const bytes = zip.slice();
      const place = Buffer.from(zip).indexOf('content/resume/base_resume.md') + 40;
      bytes[place] = (bytes[place] ?? 0) ^ 0xff;
      return bytes;
    };

    it.each<[string, () => Uint8Array | string, number]>([
      ['is empty', () => '', 415],
      ['is text', () => 'PK but not really', 415],
      ['is cut off', () => zip.slice(0, zip.length - 200), 415],
      ['is cut off in the middle', () => zip.slice(0, zip.length / 2), 415],
      ['has lost a bit', flipped, 422],
      ['holds a path that leads out', () => changed((copy) => (copy['../../evil.md'] = strToU8('x'))), 422],
      ['holds an absolute path', () => changed((copy) => (copy['/etc/evil'] = strToU8('x'))), 422],
      ['holds a file that is none of ours', () => changed((copy) => (copy['content/resume/other.md'] = strToU8('x'))), 422],
      ['is of another version', () => changed(() => undefined, { version: 2 }), 422],
      ['is of another kind', () => changed(() => undefined, { format: 'coverwright-backup' }), 422],
      ['is of a newer database', () => changed(() => undefined, { migrations: ['9999_later.sql'] }), 422],
      [
        'has a letter that its row does not have',
        () => changed((copy) => (copy[`content/applications/${id}/cover_letters/cover_letter_v1.md`] = strToU8('x'))),
        422,
      ],
      ['has a row whose letter would lie elsewhere', () => changedRow('generated_documents', { file_path: '../../evil.md' }), 422],
      ['has a row of nobody', () => changedRow('messages', { application_id: '00000000-0000-4000-8000-000000000000' }), 422],
      ['has a row with a column too many', () => changedRow('applications', { evil: 1 }), 422],
      ['has a row of another type', () => changedRow('applications', { company_name: 7 }), 422],
      ['has the same row twice', () => changedRow('applications', { id: rows('applications')[1]?.id }), 422],
      ['has rows that the database does not take', () => changedRow('messages', { id: rows('messages')[1]?.id }), 422],
      ['lacks a table', () => changed((copy) => delete copy['database/messages.json']), 422],
    ])('is refused when it %s, and nothing is written', async (_what, make, status) => {
      const before = listFiles(empty.contentDir);
      const answer: Refusal = await empty.upload(apiPaths.import, make());
      expect([answer.status, answer.body.detail]).toEqual([status, expect.any(String)]);
      expect((await empty.request<ListOf<Application>>('GET', apiPaths.applications)).body.items).toEqual([]);
      expect(listFiles(empty.contentDir)).toEqual(before);
      expect(listFiles(join(empty.contentDir, '.coverwright-incoming'))).toEqual([]);
    });

    it('leaves the uploads of other gateways alone as long as they live', async () => {
      const folder = join(empty.contentDir, '.coverwright-incoming');
      const [own = ''] = readdirSync(folder);
      writeFileSync(join(folder, own, 'upload'), 'half of a zip');
      mkdirSync(join(folder, 'ended'));
      writeFileSync(join(folder, 'ended', 'upload'), 'left');
      utimesSync(join(folder, 'ended'), 0, 0);
      const other = await startTestGateway({ beside: empty });
      expect(readdirSync(folder)).toHaveLength(2);
      expect(listFiles(folder)).toEqual([join(own, 'upload')]);
      await other.close();
      expect(readdirSync(folder)).toEqual([own]);
      rmSync(join(folder, own, 'upload'));
    });

    it('is not mixed with a resume that is there', async () => {
      mkdirSync(join(empty.contentDir, 'resume'), { recursive: true });
      writeFileSync(join(empty.contentDir, 'resume', 'base_resume.md'), '# Somebody else\n');
      expect(await empty.upload(apiPaths.import, zip)).toMatchObject({ status: 409, body: { code: 'NOT_EMPTY' } });
      expect(readFileSync(join(empty.contentDir, 'resume', 'base_resume.md'), 'utf8')).toBe('# Somebody else\n');
    });
  });
});
