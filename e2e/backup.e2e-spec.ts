import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { apiPaths, type DocumentWithContent } from '@coverwright/contracts';
import { RunningProcess } from './run-process.ts';
import { inFolder, stackEnvironment } from './stack.ts';
import { useWorld } from './use-world.ts';

test.describe('npm run backup and restore', () => {
  const world = useWorld(() => ({ model: null }));

  const run = async (tool: 'backup' | 'restore', args: string[], folder: string) => {
    const command = new RunningProcess(`tools/${tool}.ts`, args, stackEnvironment(folder));
    const { code } = await command.ended;
    return { code, said: command.lines.join('\n') };
  };

  test('take everything while the product runs, and put it back where nothing runs and nothing is lost', async () => {
    const { api, stack } = world();
    await api.useSampleResume();
    const { id } = await api.createApplication();
    expect(await api.finished(await api.start(id, { action: 'write_only' }))).toMatchObject({ status: 'success' });
    const [letter] = await api.documents(id);
    const content = (await api.document(String(letter?.id))).content;

    const file = join(stack.folder, 'backups', 'mine.zip');
    expect(await run('backup', [file], stack.folder)).toMatchObject({ code: 0 });
    expect(statSync(file).mode & 0o077).toBe(0);
    expect(readdirSync(join(stack.folder, 'backups'))).toEqual(['mine.zip']);
    expect(await run('backup', [file], stack.folder)).toMatchObject({ code: 1, said: expect.stringContaining('there already') });
    const running = await run('restore', [file], stack.folder);
    expect(running).toMatchObject({ code: 1, said: expect.stringMatching(/is running .*nothing was restored/) });

    await inFolder(async (folder) => {
      expect(await run('restore', [file], folder)).toMatchObject({ code: 0 });
      expect(readFileSync(join(folder, 'content', String(letter?.file_path)), 'utf8')).toBe(content);
      expect(statSync(join(folder, 'data', 'coverwright.sqlite')).mode & 0o077).toBe(0);
      writeFileSync(join(folder, 'content', 'resume', 'base_resume.md'), '# Newer\n');
      expect(await run('restore', [file], folder)).toMatchObject({ code: 1, said: expect.stringMatching(/something already.*--force/) });
      expect(readFileSync(join(folder, 'content', 'resume', 'base_resume.md'), 'utf8')).toBe('# Newer\n');
      const forced = await run('restore', [file, '--force'], folder);
      expect(forced.code).toBe(0);
      const aside = readdirSync(join(folder, 'content')).filter((name) => name.startsWith('.coverwright-replaced-'));
      expect(readFileSync(join(folder, 'content', String(aside[0]), 'resume', 'base_resume.md'), 'utf8')).toBe('# Newer\n');
      expect(forced.said).toContain(String(aside[0]));

      const broken = join(folder, 'broken.zip');
      writeFileSync(broken, readFileSync(file).subarray(0, 5000));
      expect(await run('restore', [broken, '--force'], folder)).toMatchObject({ code: 1, said: expect.stringContaining('not a zip') });
      expect(existsSync(join(folder, 'content', String(letter?.file_path)))).toBe(true);
    });

    expect((await api.send('GET', apiPaths.document(String(letter?.id)))).body).toMatchObject({
      content,
    } satisfies Partial<DocumentWithContent>);
  });

  test('say how to use them', async () => {
    const { stack } = world();
    mkdirSync(join(stack.folder, 'none'), { recursive: true });
    expect(await run('restore', [], join(stack.folder, 'none'))).toMatchObject({ code: 2 });
    expect(await run('restore', ['--force'], join(stack.folder, 'none'))).toMatchObject({ code: 2 });
    expect(await run('restore', ['nothing.zip'], join(stack.folder, 'none'))).toMatchObject({ code: 1 });
    expect(await run('backup', ['a', 'b'], join(stack.folder, 'none'))).toMatchObject({ code: 2 });
  });
});
