import { createHash } from 'node:crypto';
import { apiPaths, type Application, type Document, type DocumentWithContent, type Orchestration } from '@coverwright/contracts';
import type { ApiClient } from '../../draft/api-client.ts';
import { UserError } from '../../process/user-error.ts';

export interface Letters {
  runs: Orchestration[];
  documents: DocumentWithContent[];
  /** Files below `applications/`, by path, with the SHA-256 of their content. */
  files: Record<string, string>;
}

/** What is wrong, one line each: every run that succeeded has one letter, every letter one file with its text, and there is nothing else. */
export const findBroken = ({ runs, documents, files }: Letters): string[] => {
  const broken: string[] = [];
  for (const run of runs) {
    const own = documents.filter(({ job_id }) => job_id === run.job_id);
    if (run.status !== 'success') broken.push(`run ${run.job_id} is ${run.status}`);
    else if (own.length !== 1) broken.push(`run ${run.job_id} has ${own.length} letters`);
  }
  for (const { id, content, file_path } of documents) {
    if (files[file_path] === undefined) broken.push(`letter ${id} has no file`);
    else if (files[file_path] !== createHash('sha256').update(content).digest('hex'))
      broken.push(`the file of letter ${id} differs from its row`);
  }
  for (const [application, own] of Map.groupBy(documents, ({ application_id }) => application_id)) {
    const versions = own.map(({ version }) => version).sort((a, b) => a - b);
    if (versions.some((version, index) => version !== index + 1)) broken.push(`${application} has the versions ${versions.join(', ')}`);
  }
  const named = new Set(documents.map(({ file_path }) => file_path));
  for (const file of Object.keys(files)) if (!named.has(file)) broken.push(`no row names the file ${file}`);
  return broken;
};

/** Says how many letters there are; fails when one is lost, doubled or not as its row says. */
export const checkLetters = async (api: ApiClient, listFiles: () => Promise<string>, expected: number): Promise<string> => {
  const runs: Orchestration[] = [];
  const documents: DocumentWithContent[] = [];
  for (const { id } of await listAll<Application>(api, apiPaths.applications)) {
    runs.push(...(await listAll<Orchestration>(api, apiPaths.applicationOrchestrations(id))));
    for (const document of await listAll<Document>(api, apiPaths.applicationDocuments(id))) {
      documents.push(await api.request('GET', apiPaths.document(document.id)));
    }
  }
  const files = JSON.parse(await listFiles()) as Letters['files'];
  const broken = findBroken({ runs, documents, files });
  if (documents.length !== expected) broken.unshift(`${documents.length} letters where ${expected} were asked for`);
  if (broken.length > 0) throw new UserError(broken.join('\n'));
  return `${runs.length} runs = ${documents.length} letters = ${Object.keys(files).length} files, none lost, none doubled`;
};

const listAll = async <T>(api: ApiClient, path: string): Promise<T[]> => {
  const all: T[] = [];
  for (let cursor = ''; ;) {
    const { items, next_cursor } = await api.request<{ items: T[]; next_cursor: string | null }>('GET', `${path}?limit=100${cursor}`);
    all.push(...items);
    if (next_cursor === null) return all;
    cursor = `&cursor=${next_cursor}`;
  }
};
