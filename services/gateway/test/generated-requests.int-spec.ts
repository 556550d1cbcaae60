import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { apiPaths, type Application } from '@coverwright/contracts';
import { databaseKinds, apiRequests, judgeAnswer, newApplication, newVersion, sendAsIs, type ApiDescription } from '@coverwright/testing';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

/** Reads a page through a worker that is not here, and would wait for one. */
const needsWorker = new Set(['/api/applications/import', '/api/resume/import']);

describe.each(databaseKinds)('generated requests (%s)', (kind) => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway({ database: kind });
  });
  afterAll(() => gateway.close());

  it('are all answered as described, and leave files in their places', async () => {
    const description = (await gateway.request<ApiDescription>('GET', apiPaths.openapi)).body;
    for (const path of needsWorker) delete description.paths[path];
    const { id } = (await gateway.request<Application>('POST', apiPaths.applications, newApplication())).body;
    const { body: run } = await gateway.request<{ job_id: string }>('POST', apiPaths.orchestrate(id), { action: 'research_only' });
    const document = await gateway.parts.documents.appendVersion(newVersion(id));
    const ids = (path: string) =>
      path.startsWith('/api/applications')
        ? [id]
        : path.startsWith('/api/documents')
          ? [document.id]
          : path.startsWith('/api/orch')
            ? [run.job_id]
            : [];
    const requests = fc.sample(apiRequests(description, ids), { numRuns: 600, seed: 8 });
    const faults: string[] = [];
    for (const { route, path, headers, body } of requests) {
      // What everything hangs on stays.
      if (route.method === 'DELETE' && path.includes(id)) continue;
      const fault = judgeAnswer(route, await sendAsIs(gateway.origin, route.method, path, headers, body));
      if (fault !== null) faults.push(`${route.method} ${path} ${JSON.stringify(headers)} ${body?.slice(0, 300)}: ${fault}`);
    }
    expect(faults).toEqual([]);
    const files = (await readdir(gateway.contentDir, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    const strays = files
      .map((file) => `${file.parentPath}/${file.name}`.slice(gateway.contentDir.length + 1))
      .filter((path) => !/^(resume|voice|applications\/[0-9a-f-]{36}\/cover_letters)\/[\w./-]+$/.test(path));
    expect(strays).toEqual([]);
  });
});
