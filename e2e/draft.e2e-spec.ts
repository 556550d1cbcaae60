import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { documentWithContentSchema, orchestrationSchema } from '@coverwright/contracts';
import { RunningProcess } from './run-process.ts';
import { inFolder, stackEnvironment } from './stack.ts';
import { useWorld } from './use-world.ts';

test.describe('npm run draft without a stack', () => {
  test('--demo prints a letter and nothing else on stdout', () =>
    inFolder(async (folder) => {
      const command = await draft(folder, ['--demo']);
      expect(command.code, command.stderr).toBe(0);
      expect(command.stdout).toMatch(/^\d.*\n\nDear .+,\n[^]+\nKind regards,\nNora Lindqvist\n?$/);
      expect(command.stderr.split('\n').length).toBeGreaterThan(2);
    }));

  test('says on stderr that the resume is missing', () =>
    inFolder(async (folder) => {
      const command = await draft(folder, ['--company', 'Harrow & Finch', '--title', 'Backend Engineer']);
      expect(command).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('There is no base resume yet') });
    }));

  const misuses = ['', '--company A', '--company A --title B --colour green', '--company A --title B --url nonsense', '--demo --company A'];
  for (const misuse of misuses) {
    test(`takes "${misuse}" as bad usage and starts nothing`, () =>
      inFolder(async (folder) => {
        const command = await draft(folder, misuse.split(' ').filter(Boolean));
        expect(command).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('Usage: npm run draft') });
        expect(existsSync(join(folder, 'data'))).toBe(false);
      }));
  }
});

test.describe('npm run draft beside a running stack', () => {
  const world = useWorld(() => ({ model: {} }));

  test('uses it, and writes the letter and the run that it asked for', async () => {
    const { stack, site } = world();
    const resume = join(stack.folder, 'my-resume.md');
    const out = join(stack.folder, 'letter.md');
    await writeFile(
      resume,
      '# Ada Birch\n\n## Experience\n\n### Developer, Mill Street Software (2019 – present)\n\n- Built 4 booking pages in TypeScript.\n',
    );
    const args = ['--company', 'Harrow & Finch', '--title', 'Backend Engineer', '--url', `${site.url}/about`, '--resume', resume];
    const command = new RunningProcess('tools/draft.ts', [...args, '--out', out, '--json'], {
      ...stackEnvironment(stack.folder),
      PORT: new URL(stack.url).port,
    });
    expect((await command.ended).code, command.stderr.join('\n')).toBe(0);
    const answer = JSON.parse(command.stdout.join('\n')) as { orchestration: unknown; document: unknown };
    const document = documentWithContentSchema.parse(answer.document);
    expect(orchestrationSchema.parse(answer.orchestration)).toMatchObject({ status: 'success', result: { document_id: document.id } });
    expect(document.content).toContain('Ada Birch');
    expect(await readFile(out, 'utf8')).toBe(document.content);
    expect((await fetch(`${stack.url}/api/health/live`)).status).toBe(200);
  });
});

/** PORT 0 belongs to no stack, so a stack that a person runs on this machine is left alone. */
async function draft(folder: string, args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const command = new RunningProcess('tools/draft.ts', args, stackEnvironment(folder, { LLM_PROVIDER: 'offline' }));
  const { code } = await command.ended;
  return { code, stdout: command.stdout.join('\n'), stderr: command.stderr.join('\n') };
}
