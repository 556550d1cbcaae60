import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  apiPaths,
  documentDiffSchema,
  isTerminal,
  type Application,
  type Document,
  type DocumentWithContent,
  type ListedApplication,
  type ListOf,
  type Orchestration,
} from '@coverwright/contracts';
import type { Run } from '@coverwright/server';
import { databaseKinds, newApplication, newVersion, startLine, type Line } from '@coverwright/testing';
import mammoth from 'mammoth';
import { extractText, getDocumentProxy } from 'unpdf';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

const letter = [
  'Dear Søren & Łódź team,',
  'I cut the nightly run — “fi”, “ffl” — from 6 hours to 40 minutes, for €5,000 (12 %). '.repeat(6).trim(),
  'Привет, команда! Καλημέρα κόσμε. Nguyễn Thị Hồng. 😀 → ✓',
  'Kind regards,\nAna-Marie d’Été',
].join('\n\n');
const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
const solid = (text: string) => text.normalize('NFC').replace(/\s+/g, '');

describe.each(databaseKinds)('the versions of a letter over HTTP (%s)', (kind) => {
  let gateway: TestGateway;
  let line: Line;

  beforeAll(async () => {
    gateway = await startTestGateway({ database: kind });
    const write = async (run: Run) => {
      const { application_id, id, request } = run.job;
      const content = `Dear team,\n\nRun ${id}, wish ${request.feedback ?? 'none'}.\n`;
      await run.finishWithDocument(newVersion(application_id, { job_id: id, content, feedback: request.feedback ?? null }), 0);
    };
    line = await startLine(gateway.parts, { research: () => Promise.resolve(), write });
  });
  afterAll(async () => {
    await line.close();
    await gateway.close();
  });

  const create = async (fields = {}) => (await gateway.request<Application>('POST', apiPaths.applications, newApplication(fields))).body;
  const firstVersion = async (applicationId: string, content: string) =>
    gateway.parts.documents.appendVersion(newVersion(applicationId, { content }));
  const edit = (applicationId: string, content: string, parent_version: number) =>
    gateway.request<DocumentWithContent>('POST', apiPaths.applicationDocuments(applicationId), {
      document_type: 'cover_letter',
      content,
      parent_version,
    });
  const list = async (applicationId: string) =>
    (await gateway.request<ListOf<Document>>('GET', `${apiPaths.applicationDocuments(applicationId)}?limit=100`)).body.items;

  it('keeps every one of ten parallel regenerates and edits, in order, in the database and as files', async () => {
    const { id } = await create();
    await firstVersion(id, 'Dear team,\n\nOne.\n');
    const regenerate = async (feedback: string): Promise<void> => {
      // One run at a time for an application: who comes second waits for the one that is in the way, and asks again.
      for (;;) {
        const { status, body } = await gateway.request<{ job_id: string }>('POST', apiPaths.orchestrate(id), {
          action: 'write_only',
          feedback,
        });
        const stream = gateway.events(apiPaths.orchestrationEvents(body.job_id));
        await stream.until((event) => isTerminal((event.data as Orchestration).status));
        stream.close();
        if (status === 202) return;
      }
    };
    const wishes = Array.from({ length: 5 }, (_, index) => `wish ${index}`);
    const edits = Array.from({ length: 5 }, (_, index) => `Dear team,\n\nEdit ${index}.\n`);
    const answers = await Promise.all([
      ...wishes.map((wish) => regenerate(wish)),
      ...edits.map(async (content) => expect((await edit(id, content, 1)).status).toBe(201)),
    ]);
    expect(answers).toHaveLength(10);

    const versions = await list(id);
    expect(versions.map(({ version }) => version)).toEqual([11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(versions.flatMap(({ feedback }) => feedback ?? []).sort()).toEqual(wishes);
    const contents = await Promise.all(
      versions.map(async (version) => {
        const { content } = (await gateway.request<DocumentWithContent>('GET', apiPaths.document(version.id))).body;
        expect(await readFile(join(gateway.contentDir, version.file_path), 'utf8')).toBe(content);
        return content;
      }),
    );
    expect(new Set(contents).size).toBe(11);
    expect(contents).toEqual(expect.arrayContaining(edits));
  });

  it('restores an old version as the next one and changes neither', async () => {
    const { id } = await create();
    const one = await firstVersion(id, 'Dear team,\n\nOne.\n');
    const two = (await edit(id, 'Dear team,\n\nTwo.\n', 1)).body;
    const { status, body: three } = await edit(id, one.content, one.version);
    expect([status, three.version, three.parent_version, three.content, three.generator]).toEqual([201, 3, 1, one.content, 'person']);
    for (const before of [one, two]) {
      expect((await gateway.request<DocumentWithContent>('GET', apiPaths.document(before.id))).body).toEqual(before);
    }
  });

  it('says by words what one version has otherwise than another', async () => {
    const { id } = await create();
    const one = await firstVersion(id, 'I led a team of 4.\n');
    const two = (await edit(id, 'I led a team of five.\n', 1)).body;
    const { body } = await gateway.request('GET', apiPaths.documentDiff(two.id, one.id));
    expect(documentDiffSchema.parse(body)).toEqual({
      from: { id: one.id, version: 1 },
      to: { id: two.id, version: 2 },
      unit: 'word',
      parts: [
        { kind: 'same', text: 'I led a team of ' },
        { kind: 'removed', text: '4' },
        { kind: 'added', text: 'five' },
        { kind: 'same', text: '.\n' },
      ],
    });
    expect((await gateway.request('GET', apiPaths.documentDiff(two.id, 'nope'))).status).toBe(404);
    expect((await gateway.request('GET', `/api/documents/${two.id}/diff`)).status).toBe(400);
  });

  it('marks which version was sent, and unmarks it', async () => {
    const { id } = await create();
    const one = await firstVersion(id, 'One.\n');
    const mark = (sent_at: string | null) => gateway.request<Document>('PATCH', apiPaths.document(one.id), { sent_at });
    expect((await mark('2026-05-04T10:00:00+02:00')).body.sent_at).toBe('2026-05-04T08:00:00.000Z');
    expect((await list(id)).map(({ sent_at }) => sent_at)).toEqual(['2026-05-04T08:00:00.000Z']);
    const listed = async () =>
      (await gateway.request<ListOf<ListedApplication>>('GET', apiPaths.applications)).body.items.find((item) => item.id === id)?.sent;
    expect(await listed()).toEqual({ document_id: one.id, version: 1, sent_at: '2026-05-04T08:00:00.000Z' });
    expect((await mark(null)).body.sent_at).toBeNull();
    expect(await listed()).toBeNull();
  });

  // What a file holds has nothing to do with the database.
  if (kind === 'postgres') return;

  describe('as a file', () => {
    const file = async (content: string, format: string, fields = {}) => {
      const { id } = await create(fields);
      const { id: documentId } = await firstVersion(id, content);
      return gateway.download(apiPaths.documentFile(documentId, format));
    };
    const docxText = async (bytes: Uint8Array) => (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
    const pdfText = async (bytes: Uint8Array) => (await extractText(await getDocumentProxy(bytes), { mergePages: true })).text;

    it.each([
      ['md', 'text/markdown; charset=utf-8'],
      ['txt', 'text/plain; charset=utf-8'],
      ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
      ['pdf', 'application/pdf'],
    ])('says as %s what it is, under a name that tells it apart', async (format, type) => {
      const { status, headers } = await file(letter, format, { company_name: 'Søren & Co', job_title: 'Nurse' });
      expect([status, headers.get('content-type'), headers.get('x-content-type-options')]).toEqual([200, type, 'nosniff']);
      expect(headers.get('content-disposition')).toBe(
        `attachment; filename="cover-letter-soren-co-nurse-v1.${format}"; filename*=UTF-8''cover-letter-s%C3%B8ren-co-nurse-v1.${format}`,
      );
    });

    it('is the letter itself in markdown and in plain text', async () => {
      for (const format of ['md', 'txt']) expect(new TextDecoder().decode((await file(`${letter}\n`, format)).bytes)).toBe(`${letter}\n`);
    });

    it('says in DOCX what the letter says, in as many paragraphs', async () => {
      const text = await docxText((await file(letter, 'docx')).bytes);
      expect(flat(text)).toBe(flat(letter));
      expect(text.split('\n\n').filter((paragraph) => paragraph !== '')).toHaveLength(letter.split('\n\n').length);
    });

    it('uses the headings and lists of Word in DOCX', async () => {
      const { bytes } = await file('# Why me\n\n- **first**\n- second\n\n> said\n', 'docx');
      const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
      expect(value).toBe('<h1>Why me</h1><ul><li><strong>first</strong></li><li>second</li></ul><p>said</p>');
    });

    it('says in PDF what the letter says, as selectable text with its structure', async () => {
      const { bytes } = await file(`${letter}\n\n- one\n- two\n`, 'pdf');
      const pdf = await getDocumentProxy(new Uint8Array(bytes));
      expect(flat((await extractText(pdf, { mergePages: true })).text)).toBe(flat(`${letter} • one • two`));
      expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
      const roles = JSON.stringify(await (await pdf.getPage(1)).getStructTree());
      for (const role of ['Document', 'P', 'L', 'LI', 'Lbl', 'LBody']) expect(roles).toContain(`"role":"${role}"`);
      expect((await pdf.getMetadata()).info).toMatchObject({ Title: 'Cover letter, Process Engineer, Fernhill Optics', Language: 'en' });
    });

    it.each([
      ['Chinese, Japanese, Korean', '我申请这个职位。東京から参りました、よろしくお願いします。안녕하세요 여러분.'],
      ['Hindi, Thai, Georgian', 'नमस्ते मित्र। สวัสดีครับ გამარჯობა'],
      ['Hebrew', 'שלום לכולם אני כותב מכתב'],
      ['Arabic', 'السلام عليكم ورحمة الله وبركاته'],
    ])('has every letter in PDF: %s', async (_name, text) => {
      expect(solid(await pdfText((await file(text, 'pdf')).bytes))).toBe(solid(text));
    });

    it('breaks a long letter over pages and loses nothing', async () => {
      const long = Array.from({ length: 90 }, (_, index) => `Paragraph ${index} ${'of some words '.repeat(20)}`.trim()).join('\n\n');
      const pdf = await getDocumentProxy((await file(long, 'pdf')).bytes);
      expect(pdf.numPages).toBeGreaterThan(4);
      expect(flat((await extractText(pdf, { mergePages: true })).text)).toBe(flat(long));
    });

    it('answers other requests while it makes the largest of letters, and says when one cannot be made', async () => {
      const { id } = await create();
      const largest = await firstVersion(id, `${'Ein Wort folgt dem anderen. '.repeat(3500)}`.slice(0, 100_000));
      // Takes a reader of markdown minutes.
      const hardest = await firstVersion(id, '*a_'.repeat(16_000));
      const [made, refused, lag] = await Promise.all([
        gateway.download(apiPaths.documentFile(largest.id, 'pdf')),
        gateway.request<{ code: string; hint: string }>('GET', apiPaths.documentFile(hardest.id, 'pdf')),
        (async () => {
          const started = performance.now();
          expect((await gateway.request('GET', apiPaths.healthLive)).status).toBe(200);
          return performance.now() - started;
        })(),
      ]);
      expect(made.status).toBe(200);
      expect(refused).toMatchObject({ status: 406, body: { code: 'FORMAT_NOT_AVAILABLE', hint: expect.stringContaining('Markdown') } });
      expect(lag).toBeLessThan(1000);
    }, 40_000);
  });
});
