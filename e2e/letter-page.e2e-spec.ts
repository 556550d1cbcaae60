import { expect, test } from '@playwright/test';
import { pagePaths } from '@coverwright/contracts';
import { listenForComplaints, openApplication, parts } from './page-parts.ts';
import { docxResume, pdfResume } from './resume-files.ts';
import { useWorld } from './use-world.ts';

test.describe('letters and the resume on the page', () => {
  const world = useWorld(() => ({ model: {} }));
  let complaints: string[] = [];

  test.beforeEach(({ context }) => {
    complaints = listenForComplaints(context);
  });
  test.afterEach(() => expect(complaints).toEqual([]));

  test('a letter is edited, checked, compared, restored, sent and written anew with wishes', async ({ page }, info) => {
    const { api, stack } = world();
    const shoot = (name: string) => page.screenshot({ path: info.outputPath(`${name}.png`), fullPage: true });
    const id = await openApplication(world(), page);
    await api.finished(await api.start(id, { action: 'write_only' }));
    const { letter, run } = parts(page);

    await letter.getByRole('button', { name: 'Edit letter' }).click();
    const box = letter.getByRole('textbox', { name: 'Letter text' });
    await expect(box).toBeFocused();
    const first = await box.inputValue();
    await box.fill(first.replace('\n\nKind regards', '\n\nI was awarded the Nobel Prize in 1999.\n\nKind regards'));
    await expect(letter.getByRole('status').first()).toContainText('One sentence is new or changed and is checked when you save.');
    await letter.getByRole('button', { name: 'Save version' }).click();
    await expect(letter).toContainText('Version 2, edited by you');

    const source = letter.getByRole('note');
    const invented = letter.getByRole('button', { name: 'Nobel Prize' });
    await expect(invented).toHaveAccessibleDescription('This sentence has no source.');
    await invented.focus();
    await expect(source).toContainText('Neither your resume nor the research says this');
    await page.keyboard.press('Escape');
    await expect(source).toBeHidden();
    await letter.getByRole('button', { name: 'Tramline' }).first().hover();
    await expect(source).toContainText('Your resume');
    await shoot('1-source');

    await letter.getByText('All 2 versions').click();
    await letter.getByRole('button', { name: 'Compare version 1 with version 2' }).click();
    const changes = letter.getByRole('region', { name: 'From version 1 to version 2' });
    await expect(changes).toBeFocused();
    await expect(changes.getByRole('status')).toContainText('One passage differs.');
    await expect(changes.locator('ins')).toContainText('I was awarded the Nobel Prize in 1999.');
    await changes.getByText('Changes as a list').click();
    await expect(changes.getByRole('listitem')).toContainText(['Added: I was awarded the Nobel Prize in 1999.']);
    await shoot('2-changes');
    await changes.getByRole('button', { name: 'Back to the letter' }).click();

    await letter.getByRole('button', { name: 'Restore version 1' }).click();
    await expect(letter).toContainText('Version 1 is back as version 3.');
    await expect(letter).toContainText('Version 3, edited by you');
    await expect(letter).not.toContainText('Nobel Prize');
    await letter.getByRole('button', { name: 'Mark as sent' }).click();
    await expect(letter).toContainText('Version 3 is marked as sent');
    await expect(letter.getByRole('list', { name: 'Versions' }).getByRole('listitem').first()).toContainText('sent');

    await letter.getByText('Another version with your wishes').click();
    await letter.getByRole('textbox', { name: 'What should be different?' }).fill('Say more about queues.');
    await letter.getByRole('combobox', { name: 'Tone' }).selectOption('warm');
    await letter.getByRole('combobox', { name: 'Length' }).selectOption('short');
    await letter.getByRole('button', { name: 'Write another version' }).click();
    await expect(run.getByRole('status')).toContainText('Version 4 of the letter is ready');
    await expect(letter).toContainText('Your wish: Say more about queues.');
    await shoot('3-versions');

    const [four, three, two, one] = await api.documents(id);
    expect(four).toMatchObject({ version: 4, feedback: 'Say more about queues.', parent_version: 3, sent_at: null });
    expect(three).toMatchObject({ version: 3, parent_version: 1, sent_at: expect.any(String) });
    expect((await api.document(three?.id ?? '')).content).toBe((await api.document(one?.id ?? '')).content);
    expect((await api.document(two?.id ?? '')).content).toContain('Nobel Prize');

    for (const [format, ending] of [
      ['Word', 'docx'],
      ['PDF', 'pdf'],
    ]) {
      const download = page.waitForEvent('download');
      await letter.getByRole('link', { name: format as string }).click();
      expect((await download).suggestedFilename()).toBe(`cover-letter-harrow-finch-senior-backend-engineer-v4.${ending}`);
    }
    await page.goto(stack.url + pagePaths.list);
    await expect(page.getByRole('table', { name: 'Applications' })).toContainText('version 3 sent');
  });

  test('a resume is imported from Word and PDF with a preview, and earlier ones are put back', async ({ page }, info) => {
    const { api, stack } = world();
    await api.useSampleResume();
    await page.goto(stack.url);
    await page.getByRole('link', { name: 'Your resume' }).click();
    const base = page.getByRole('textbox', { name: 'Base resume' });
    await expect(base).toHaveValue(/^# Nora Lindqvist/);

    const file = page.getByLabel('Resume file');
    await file.setInputFiles({ name: 'cv.docx', mimeType: 'application/octet-stream', buffer: await docxResume() });
    await expect(page.getByRole('heading', { name: 'Not saved yet: read from a Word document, with one position' })).toBeFocused();
    await expect(page.getByText('Midwife, Hospital da Ribeira, Feb 2019 – present')).toBeVisible();
    await expect(base).toHaveValue(/^# Nora Lindqvist/);
    await page.screenshot({ path: info.outputPath('preview.png'), fullPage: true });
    await page.getByRole('button', { name: 'Save as base resume' }).click();
    await expect(base).toHaveValue(/^# Ines Carvalho/);

    await file.setInputFiles({ name: 'cv.pdf', mimeType: 'application/pdf', buffer: await pdfResume() });
    const text = page.getByRole('textbox', { name: 'Text to be saved' });
    await expect(text).toHaveValue(
      /### Carpenter, Holzwerk Nord, Leipzig, 2016 – present\n\n- Built 30 staircases\.\n- Trained 2 apprentices\./,
    );
    await text.fill((await text.inputValue()).replace('30 staircases', '31 staircases'));
    await page.getByRole('button', { name: 'Save as base resume' }).click();
    await expect(base).toHaveValue(/^# Leo Brandt[^]*31 staircases/);

    const earlier = page.getByRole('region', { name: 'Earlier versions' });
    await expect(earlier.getByRole('listitem')).toHaveCount(2);
    await earlier.getByRole('button', { name: /^Read/ }).first().click();
    await expect(earlier).toContainText('Ines Carvalho');
    await earlier.getByRole('button', { name: 'Restore this text' }).click();
    await expect(base).toHaveValue(/^# Ines Carvalho/);

    const letters = page.getByRole('textbox', { name: 'Letters you wrote before' });
    await expect(letters).toHaveAccessibleDescription(/used for style only/);
    await letters.fill('Dear all,\n\nI write short sentences.\n');
    await page.getByRole('button', { name: 'Save past letters' }).click();
    await expect(page.getByRole('region', { name: 'Past letters' })).toContainText('Saved.');
    await page.reload();
    await expect(letters).toHaveValue('Dear all,\n\nI write short sentences.\n');

    await file.setInputFiles({ name: 'empty.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\nnothing') });
    await expect(page.getByRole('alert')).toContainText('The file is damaged');
    expect(complaints.splice(0)).toHaveLength(2);
  });
});
