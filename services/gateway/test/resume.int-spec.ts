import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  apiPaths,
  resumePreviewSchema,
  type ListOf,
  type Resume,
  type ResumePreview,
  type ResumeVersion,
  type ResumeVersionWithContent,
  type Voice,
} from '@coverwright/contracts';
import { zipSync } from 'fflate';
import { bombPdf, docxOf, docxResume, entityBomb, pdfOf, pdfResume } from './resume-files.ts';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

interface Refusal {
  code: string;
  detail: string;
  hint: string;
}

describe('the resume over HTTP', () => {
  let gateway: TestGateway;

  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  afterAll(() => gateway.close());

  const put = (content: string) => gateway.request<Resume>('PUT', apiPaths.resume, { content });
  const history = async () => (await gateway.request<ListOf<ResumeVersion>>('GET', apiPaths.resumeHistory)).body.items;

  describe('its history', () => {
    it('keeps what was replaced, shows it and lets it be put back', async () => {
      for (const content of ['# One\n', '# Two\n', '# Two\n']) await put(content);
      const [earlier, ...others] = await history();
      expect(others).toEqual([]);
      const { body } = await gateway.request<ResumeVersionWithContent>('GET', apiPaths.resumeVersion(earlier?.id ?? ''));
      expect(body).toEqual({ ...earlier, content: '# One\n', characters: 6 });
      expect((await put(body.content)).body.content).toBe('# One\n');
      expect((await history()).map(({ characters }) => characters)).toEqual([6]);
      expect(
        (await readdir(join(gateway.contentDir, 'resume', 'history'))).filter((name) => name.endsWith('.md') && !name.startsWith('.')),
      ).toHaveLength(2);
    });

    it('keeps what was there before somebody edited the file by hand', async () => {
      await put('# Before\n');
      await writeFile(join(gateway.contentDir, 'resume', 'base_resume.md'), '# By hand\n');
      expect((await gateway.request<Resume>('GET', apiPaths.resume)).body.content).toBe('# By hand\n');
      const contents = await Promise.all(
        (await history()).map(
          async ({ id }) => (await gateway.request<ResumeVersionWithContent>('GET', apiPaths.resumeVersion(id))).body.content,
        ),
      );
      expect(contents).toContain('# Before\n');
      expect(contents).not.toContain('# By hand\n');
    });

    it('is paged, and answers 404 for what is none of it', async () => {
      for (const letter of 'abcd') await put(letter);
      const first = (await gateway.request<ListOf<ResumeVersion>>('GET', `${apiPaths.resumeHistory}?limit=2`)).body;
      const next = (await gateway.request<ListOf<ResumeVersion>>('GET', `${apiPaths.resumeHistory}?limit=100&cursor=${first.next_cursor}`))
        .body;
      expect([...first.items, ...next.items]).toEqual(await history());
      for (const id of ['nope', '..%2f..%2fbase_resume', '20260101T000000000Z-00000000']) {
        expect((await gateway.request('GET', apiPaths.resumeVersion(id))).status).toBe(404);
      }
    });
  });

  it('keeps past letters as a file of their own, and forgets them', async () => {
    expect((await gateway.request<Voice>('GET', apiPaths.voice)).body).toEqual({ content: '' });
    await gateway.request('PUT', apiPaths.voice, { content: 'Dear all,\n' });
    expect(await readFile(join(gateway.contentDir, 'resume', 'past_letters.md'), 'utf8')).toBe('Dear all,\n');
    expect((await gateway.request<Voice>('PUT', apiPaths.voice, { content: '' })).body).toEqual({ content: '' });
  });

  describe('imported from a file', () => {
    const preview = async (file: Uint8Array | string, name?: string): Promise<ResumePreview> => {
      const { status, body } = await gateway.upload(apiPaths.resumeImport, file, name);
      expect([status, body]).toEqual([200, expect.anything()]);
      return resumePreviewSchema.parse(body);
    };
    const before = () => gateway.request<Resume>('GET', apiPaths.resume).then(({ body }) => body.content);
    let content: string | null;
    beforeAll(async () => (content = await before()));
    afterEach(async () => expect(await before()).toBe(content));

    const expected = {
      name: 'Ana Lima',
      roles: [
        { title: 'Physics Teacher', employer: 'Escola Azul', period: 'Sep 2018 – present' },
        { title: 'Trainee Teacher', employer: 'Escola Verde', period: '2016 – 2018' },
      ],
      education: ['MSc Physics, University of Porto, 2011–2016'],
      skills: ['Moodle', 'GeoGebra'],
    };

    it('is read from DOCX: page header, tabs, tables and lists', async () => {
      const result = await preview(await docxResume(), 'anything.bin');
      expect(result).toMatchObject({ format: 'docx', warnings: [], recognised: expected });
      expect(result.content).toContain('- Raised pass rates from 61% to 83%.');
    });

    it('is read from PDF: wrapped lines, dates at the right', async () => {
      const result = await preview(await pdfResume());
      expect(result).toMatchObject({ format: 'pdf', warnings: [], recognised: expected });
      expect(result.content).toContain(
        '- Raised pass rates from 61% to 83% within two years by giving the weakest groups the first lesson of the day and the best laboratory.\n',
      );
    });

    it('is read from JSON Resume and from plain text, and markdown stays as it is', async () => {
      const json = JSON.stringify({
        basics: { name: 'Ana Lima' },
        work: [
          { name: 'Escola Azul', position: 'Physics Teacher', startDate: '2018-09' },
          { name: 'Escola Verde', position: 'Trainee Teacher', startDate: '2016', endDate: '2018' },
        ],
        education: [{ institution: 'University of Porto', studyType: 'MSc', area: 'Physics' }],
        skills: [{ keywords: ['Moodle', 'GeoGebra'] }],
      });
      expect((await preview(json)).recognised).toEqual({ ...expected, education: ['MSc Physics, University of Porto'] });
      const markdown = '# Ana Lima\r\n\r\n## Skills\r\n\r\nMoodle, *GeoGebra*\r\n';
      expect(await preview(markdown)).toMatchObject({ format: 'markdown', content: markdown.replaceAll('\r', '') });
      expect(await preview('Ana Lima\nPorto\nSkills\nMoodle, GeoGebra\n')).toMatchObject({
        format: 'text',
        recognised: { skills: ['Moodle', 'GeoGebra'] },
      });
      expect((await preview('Ana Lima\nPorto\nSkills\nMoodle, GeoGebra\n')).warnings.join(' ')).toContain('No positions were found');
    });

    it.each([
      ['an empty file', () => new Uint8Array(), 422, 'empty'],
      ['no text at all', () => new Uint8Array(5000).map((_, index) => (index * 7919) % 251), 422, 'neither text nor a document'],
      [
        'a PDF with a password',
        () => pdfOf((pdf) => pdf.text('Ana Lima, a physics teacher from Porto'), { userPassword: 'secret' }),
        422,
        'password',
      ],
      ['a PDF without text', () => pdfOf((pdf) => pdf.rect(0, 0, 100, 100).fill()), 422, 'scan'],
      ['a broken PDF', () => new TextEncoder().encode('%PDF-1.7\nrubbish'), 422, 'damaged'],
      ['a PDF that unpacks to a gigabyte', () => bombPdf(), 422, 'unpacks to far more'],
      ['a DOCX that unpacks to 60 MB', () => docxOf(' '.repeat(60_000_000)), 422, 'unpacks to far more'],
      ['a DOCX of a million elements', () => docxOf(`<w:document><w:body>${'<w:p/>'.repeat(1_000_000)}</w:body></w:document>`), 422, ''],
      ['a DOCX of entities', () => docxOf(entityBomb), 422, 'damaged'],
      ['an archive of something else', () => zipSync({ 'holiday.jpg': new Uint8Array(10) }), 415, 'archive'],
      ['a picture', () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), 415, 'picture'],
    ])(
      'is refused with a reason and what to do: %s',
      async (_name, make, status, reason) => {
        const answer = await gateway.upload<Refusal>(apiPaths.resumeImport, await make());
        expect(answer).toMatchObject({ status, contentType: expect.stringContaining('application/problem+json') });
        expect(answer.body.detail).toContain(reason);
        expect(answer.body.hint).not.toBe('');
      },
      30_000,
    );

    it('may have 10 MB and no more, and comes as a form from this site only', async () => {
      expect((await gateway.upload<Refusal>(apiPaths.resumeImport, 'x'.repeat(11 * 1024 * 1024))).body).toMatchObject({
        code: 'BODY_TOO_LARGE',
      });
      const raw = (headers: Record<string, string>, body: string, path: string = apiPaths.resumeImport) =>
        gateway.raw('POST', path, headers, body);
      const form = { 'content-type': 'multipart/form-data; boundary=b' };
      expect(await raw(form, '--b--\r\n')).toMatchObject({ status: 400, body: { code: 'VALIDATION_FAILED' } });
      expect(await raw({ 'content-type': 'application/json' }, '{}')).toMatchObject({ status: 415 });
      expect(await raw({ ...form, origin: 'https://evil.example' }, '--b--\r\n')).toMatchObject({ status: 403 });
      expect(await raw(form, '--b--\r\n', apiPaths.applications)).toMatchObject({ status: 415 });
    });
  });
});
