import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { apiPaths, type Application, type DocumentWithContent, type ListOf, type ResearchNote } from '@coverwright/contracts';
import { openSqlite } from '../../bench/flow/sqlite.ts';
import type { Corpus } from '../corpora.ts';
import { withInstance, type Instance } from './instance.ts';
import { sayFaults } from './say-faults.ts';

const json = { 'content-type': 'application/json' };
const file = 'security/naughty/blns.json';

interface Field {
  name: string;
  method: string;
  path: string | (() => Promise<string>);
  body: (text: string) => object;
  /** What the product has now, after it took `text` and answered `answer`. */
  read: (answer: string) => Promise<string | null | undefined> | string | null | undefined;
}

/** Every string into every text field there is: kept byte for byte, or refused with a reason; and into every query. */
export const naughtyStrings: Corpus = {
  name: 'naughty strings',
  file,
  run: (folder) =>
    withInstance(async (instance) => {
      const texts = [...new Set(JSON.parse(await readFile(join(folder, file), 'utf8')) as string[])];
      const faults: string[] = [];
      const counts = { kept: 0, refused: 0 };
      const put = async (field: Field, text: string) => {
        const path = typeof field.path === 'string' ? field.path : await field.path();
        const answer = await instance.send(field.method, path, json, JSON.stringify(field.body(text)));
        const where = `${JSON.stringify(text)} in ${field.name}`;
        if (answer.status === 0 || answer.status >= 500) faults.push(`${where}: ${answer.status} ${answer.body}`);
        else if (answer.status >= 400) counts.refused += 1;
        else if ((await field.read(answer.body)) === text) counts.kept += 1;
        else faults.push(`${where}: not kept as it was sent`);
      };
      const fields = textFields(instance);
      await Promise.all(fields.map(async (field) => { for (const text of texts) await put(field, text); })); // prettier-ignore
      for (const text of texts) {
        const query = encodeURIComponent(text.toWellFormed());
        for (const path of [
          `${apiPaths.applications}?q=${query}`,
          `${apiPaths.applications}?status=${query}`,
          `${apiPaths.applications}?cursor=${query}`,
          apiPaths.application(query),
          apiPaths.resumeVersion(query),
        ]) {
          const { status, body } = await instance.send('GET', path);
          if (status === 0 || status >= 500) faults.push(`GET ${path}: ${status} ${body}`);
        }
      }
      return `${texts.length} strings in ${fields.length} fields: ${counts.kept} kept byte for byte, ${counts.refused} refused, ${sayFaults('naughty strings', faults)} changed or of 5xx; and in 5 addresses each`;
    }),
};

function textFields(instance: Instance): Field[] {
  const { application, note } = instance.ids;
  const same = (name: string) => (answer: string) => (JSON.parse(answer) as Record<string, string | null>)[name];
  const created = ['company_name', 'job_title', 'job_description', 'location', 'status', 'notes', 'company_url', 'job_url'].map(
    (name): Field => ({
      name: `${name} of a new application`,
      method: 'POST',
      path: apiPaths.applications,
      body: (text) => ({ company_name: 'x', job_title: 'y', [name]: text }),
      read: async (answer) =>
        (await instance.json<Record<string, string>>('GET', apiPaths.application((JSON.parse(answer) as Application).id)))[name],
    }),
  );
  const changed = ['remote', 'employment_type', 'salary'].map((name): Field => ({
    name: `${name} of an application`,
    method: 'PATCH',
    path: apiPaths.application(application),
    body: (text) => ({ [name]: text }),
    read: same(name),
  }));
  const wishes = ['feedback', 'tone'].map((name): Field => ({
    name: `${name} of a run`,
    method: 'POST',
    // A run of its own for each: one application has one open run.
    path: async () =>
      apiPaths.orchestrate((await instance.json<Application>('POST', apiPaths.applications, { company_name: 'x', job_title: 'y' })).id),
    body: (text) => ({ action: 'write_only', [name]: text }),
    read: async (answer) => {
      const { job_id } = JSON.parse(answer) as { job_id: string };
      const { request } = row<{ request: string }>(instance, 'SELECT request FROM background_jobs WHERE id = ?', job_id);
      await instance.send('POST', apiPaths.cancel(job_id));
      return (JSON.parse(request) as Record<string, string>)[name];
    },
  }));
  const content = (name: string, method: string, path: string, read: Field['read'] = same('content'), more = {}): Field => ({
    name,
    method,
    path,
    read,
    body: (text) => ({ content: text, ...more }),
  });
  return [
    ...created,
    ...changed,
    ...wishes,
    content('the resume', 'PUT', apiPaths.resume),
    content('past letters', 'PUT', apiPaths.voice),
    content(
      'a note',
      'PATCH',
      apiPaths.researchNote(note),
      async () =>
        (await instance.json<ListOf<ResearchNote>>('GET', apiPaths.researchNotes(application))).items.find(({ id }) => id === note)
          ?.content,
    ),
    content(
      'a letter',
      'POST',
      apiPaths.applicationDocuments(application),
      async (answer) =>
        (await instance.json<DocumentWithContent>('GET', apiPaths.document((JSON.parse(answer) as DocumentWithContent).id))).content,
      { document_type: 'cover_letter', parent_version: 1 },
    ),
    content('a message', 'POST', apiPaths.messages(application), (answer) => {
      const { message_id } = JSON.parse(answer) as { message_id: string };
      return row<{ content: string }>(instance, 'SELECT content FROM messages WHERE id = ?', message_id).content;
    }),
  ];
}

/** What no answer gives back is looked up where it is kept. */
function row<T>({ dataDir }: Instance, query: string, id: string): T {
  const database = openSqlite(dataDir);
  try {
    return database.prepare(query).get(id) as T;
  } finally {
    database.close();
  }
}
