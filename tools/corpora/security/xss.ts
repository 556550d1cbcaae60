import { randomUUID } from 'node:crypto';
import { chromium } from '@playwright/test';
import { apiPaths, pagePaths, type Application } from '@coverwright/contracts';
import { openSqlite, type Sqlite } from '../../bench/flow/sqlite.ts';
import { Guardian } from '../../process/guardian.ts';
import { findChromium } from '../../suites/find-chromium.ts';
import type { Corpus } from '../corpora.ts';
import { activeMarkup } from './active-markup.ts';
import { withInstance, type Instance } from './instance.ts';
import { sayFaults } from './say-faults.ts';
import { activeIn, watchContext } from './watch-page.ts';

/** As many messages as the page shows of one application. */
const onOnePage = 100;
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Texts that want to become active, in every place that shows text of others, in a real browser: nothing runs, nothing is loaded. */
export const xss: Corpus = {
  name: 'xss',
  file: null,
  run: (folder) =>
    withInstance(async (instance) => {
      const texts = await activeMarkup(folder);
      const executablePath = await findChromium(new Guardian(), console.error, new AbortController().signal);
      const browser = await chromium.launch({ executablePath, args });
      try {
        const context = await browser.newContext();
        const seen = await watchContext(context, instance.url);
        const faults: string[] = [];
        let shown = 0;
        for (let at = 0; at < texts.length; at += onOnePage) {
          const some = texts.slice(at, at + onOnePage);
          const { application, document } = await fill(instance, some);
          const page = await context.newPage();
          for (const path of [pagePaths.application(application), pagePaths.document(application, document)]) {
            await page.goto(instance.url + path);
            await page.locator('.prose > *').first().waitFor();
            if (path === pagePaths.application(application))
              await page
                .locator('h3')
                .nth(some.length - 1)
                .waitFor();
            shown += 1;
            for (const fault of [...(await activeIn(page)), ...seen.splice(0)])
              faults.push(`${fault} on a page with ${JSON.stringify(some).slice(0, 300)}`);
          }
          await page.close();
        }
        const list = await context.newPage();
        await list.goto(instance.url + pagePaths.list);
        await list.getByRole('table', { name: 'Applications' }).waitFor();
        for (const fault of [...(await activeIn(list)), ...seen.splice(0)]) faults.push(`${fault} on the list`);
        return `${texts.length} texts in notes, titles, sources, letters, chat and names, on ${shown + 1} pages: ${sayFaults('xss', faults)} active`;
      } finally {
        await browser.close();
      }
    }),
};

/** An application whose every text is one of these, as a hostile site and a model led astray would leave it. */
async function fill(instance: Instance, texts: string[]): Promise<{ application: string; document: string }> {
  const name = (text: string) => text.slice(0, 200).toWellFormed();
  const { id } = await instance.json<Application>('POST', apiPaths.applications, {
    company_name: name(texts[0] ?? ''),
    job_title: name(texts[1] ?? texts[0] ?? ''),
    job_description: texts.join('\n\n'),
    location: name(texts[2] ?? ''),
  });
  const database = openSqlite(instance.dataDir);
  try {
    for (const [at, text] of texts.entries()) {
      const now = new Date(1_700_000_000_000 + at).toISOString();
      copy(database, 'research_notes', instance.ids.note, {
        id: randomUUID(),
        application_id: id,
        source_url: text,
        title: text,
        content: text,
        facts: JSON.stringify([{ topic: text, claim: text, quote: text }]),
        content_sha256: randomUUID(),
        created_at: now,
      });
      database
        .prepare('INSERT INTO messages (id, application_id, role, content, status, created_at) VALUES (?, ?, ?, ?, ?, ?)')
        .run(randomUUID(), id, at % 10 === 0 ? 'user' : 'assistant', text, 'complete', now);
    }
    const sources = JSON.stringify(
      texts.map((text) => ({ url: text, found: 'link', outcome: 'fetched', title: text, reason: text, fetched_at: null })),
    );
    copy(database, 'background_jobs', instance.ids.job, { id: randomUUID(), application_id: id, sources, idempotency_key: null });
    const document = randomUUID();
    copy(database, 'generated_documents', instance.ids.document, {
      id: document,
      application_id: id,
      content: texts.join('\n\n'),
      provenance: '[]',
      job_id: null,
    });
    return { application: id, document };
  } finally {
    database.close();
  }
}

/** Another row like one that is there, with these columns changed. */
function copy(database: Sqlite, table: string, id: string, changes: Record<string, string | null>): void {
  const row = { ...(database.prepare(`SELECT * FROM ${table} WHERE id = ?`).get(id) as Record<string, unknown>), ...changes };
  const names = Object.keys(row);
  database.prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`).run(...Object.values(row));
}
