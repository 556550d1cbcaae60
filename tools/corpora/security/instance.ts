import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { apiPaths, type Application, type ListOf } from '@coverwright/contracts';
import { sendAsIs, startLocalSite, type ApiAnswer, type ApiDescription } from '@coverwright/testing';
import { Guardian } from '../../process/guardian.ts';
import { root } from '../../root.ts';
import { launchStack } from '../../start/launch-stack.ts';
import { readLauncherSettings } from '../../start/settings.ts';
import { productPlan } from '../../start/stack-plan.ts';

/** A product of its own: the real services on the real database and Redis, with one application that has everything. */
export interface Instance {
  url: string;
  dataDir: string;
  description: ApiDescription;
  /** Of the application and what it owns. */
  ids: { application: string; document: string; note: string; job: string };
  json<T>(method: string, path: string, body?: unknown): Promise<T>;
  send(method: string, path: string, headers?: Record<string, string>, body?: string | Uint8Array | null): Promise<ApiAnswer>;
  /** Files that are where none should be, and answers that told what lies beside the content folder. */
  strays(): Promise<string[]>;
}

/** Lies beside the content folder, where a path that climbs out of it would lead. */
export const secret = 'this line must never leave the folder it is in';
const ownFile = /^(resume|voice|applications\/[0-9a-f-]{36}\/cover_letters)\/[\w.-]+(\/[\w.-]+)*$/;
const page =
  '<title>About Fernhill</title><h1>Fernhill Optics</h1><p>Fernhill Optics has ground lenses for microscopes in Jena since 1990.</p>';

export const withInstance = async <T>(work: (instance: Instance) => Promise<T>): Promise<T> => {
  const top = await mkdtemp(join(tmpdir(), 'coverwright-hostile-'));
  const folder = join(top, 'one/two/three/instance');
  await mkdir(join(folder, 'content/resume'), { recursive: true });
  await writeFile(join(folder, 'secret.md'), secret);
  const site = await startLocalSite({ '/': { body: page } });
  const guardian = new Guardian();
  const env = {
    ...process.env,
    ...{ HOST: '127.0.0.1', PORT: '0', AUTH_TOKEN: '', REDIS_URL: '', DATABASE_URL: '', LLM_PROVIDER: 'offline', LOG_LEVEL: 'error' },
    DATA_DIR: join(folder, 'data'),
    CONTENT_DIR: join(folder, 'content'),
    RESEARCH_ALLOW_PRIVATE: site.host,
  };
  const settings = readLauncherSettings(env, root, false);
  const signal = new AbortController().signal;
  const stack = await launchStack(productPlan, {
    guardian,
    settings,
    env,
    logs: 'json',
    write: () => undefined,
    say: () => undefined,
    signal,
  });
  try {
    return await work(await furnish(stack.url, folder, top, site.url));
  } finally {
    await stack.stop();
    await site.close();
    await rm(top, { recursive: true, force: true });
  }
};

const furnish = async (url: string, folder: string, top: string, site: string): Promise<Instance> => {
  const send: Instance['send'] = (method, path, headers = {}, body = null) => sendAsIs(url, method, path, headers, body);
  const json: Instance['json'] = async <T>(method: string, path: string, body?: unknown) => {
    const answer = await send(
      method,
      path,
      body === undefined ? {} : { 'content-type': 'application/json' },
      body === undefined ? null : JSON.stringify(body),
    );
    if (answer.status >= 300) throw new Error(`${method} ${path} answered ${answer.status}: ${answer.body}`);
    return (answer.body === '' ? null : JSON.parse(answer.body)) as T;
  };
  const { sample } = await json<{ sample: string }>('GET', apiPaths.resume);
  await json('PUT', apiPaths.resume, { content: sample });
  const { id } = await json<Application>('POST', apiPaths.applications, {
    company_name: 'Fernhill Optics',
    job_title: 'Lens designer',
    company_url: site,
  });
  const { job_id } = await json<{ job_id: string }>('POST', apiPaths.orchestrate(id), { action: 'research_then_write' });
  await ended(url, job_id);
  const first = async (path: string) => (await json<ListOf<{ id: string }>>('GET', path)).items[0]?.id ?? '';
  const before = new Set(await filesUnder(top));
  return {
    url,
    dataDir: join(folder, 'data'),
    description: await json('GET', apiPaths.openapi),
    ids: {
      application: id,
      job: job_id,
      document: await first(apiPaths.applicationDocuments(id)),
      note: await first(apiPaths.researchNotes(id)),
    },
    json,
    send,
    strays: async () => {
      const content = join(folder, 'content');
      const data = join(folder, 'data');
      const isStray = (file: string) =>
        file.startsWith(content) ? !ownFile.test(relative(content, file)) : !file.startsWith(data) && !before.has(file);
      return (await filesUnder(top)).filter(isStray);
    },
  };
};

const ended = async (url: string, jobId: string): Promise<void> => {
  const response = await fetch(url + apiPaths.orchestrationEvents(jobId));
  let text = '';
  for await (const chunk of (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
    text += chunk;
    if (/"status":"(success|failure|cancelled)"/.test(text)) return;
  }
};

const filesUnder = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => !entry.isDirectory())
    .map(({ parentPath, name }) => join(parentPath, name));
