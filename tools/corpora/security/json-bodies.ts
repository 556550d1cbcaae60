import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { apiPaths, type Application } from '@coverwright/contracts';
import type { Corpus } from '../corpora.ts';
import { withInstance } from './instance.ts';
import { sayFaults } from './say-faults.ts';

const folderName = 'security/json/test_parsing';
const json = { 'content-type': 'application/json' };

/** The JSON test suite as bodies, whole and as one field's value: what is JSON is treated as such, what is none is refused, nothing breaks. */
export const jsonBodies: Corpus = {
  name: 'json bodies',
  file: folderName,
  run: (folder) =>
    withInstance(async ({ send, ids }) => {
      const files = (await readdir(join(folder, folderName))).filter((file) => file.endsWith('.json')).toSorted();
      const faults: string[] = [];
      let [posted, kept] = [0, 0];
      const post = async (file: string, method: string, path: string, body: Uint8Array) => {
        const answer = await send(method, path, json, body);
        posted += 1;
        if (answer.status === 0 || answer.status >= 500) faults.push(`${file} as the body of ${method} ${path}: ${answer.status}`);
        return answer;
      };
      for (const file of files) {
        const bytes = await readFile(join(folder, folderName, file));
        for (const [method, path] of [
          ['POST', apiPaths.applications],
          ['PATCH', apiPaths.application(ids.application)],
          ['PUT', apiPaths.voice],
          ['POST', apiPaths.orchestrate(ids.application)],
          ['POST', apiPaths.messages(ids.application)],
        ] as const) {
          const { status, body } = await post(file, method, path, bytes);
          const isTakenForJson = !/"code":"(BAD_JSON|UNSUPPORTED_MEDIA_TYPE)"/.test(body);
          if (file.startsWith('n_') && isTakenForJson && bytes.length > 0)
            faults.push(`${file} is not JSON and was read by ${method} ${path}: ${status}`);
          if (file.startsWith('y_') && !isTakenForJson) faults.push(`${file} is JSON and was not read by ${method} ${path}: ${body}`);
        }
        const within = Buffer.concat([Buffer.from('{"company_name":"x","job_title":"y","notes":'), bytes, Buffer.from('}')]);
        const { status, body } = await post(file, 'POST', apiPaths.applications, within);
        if (status !== 201) continue;
        const sent = (JSON.parse(new TextDecoder().decode(within)) as Application).notes;
        if ((JSON.parse(body) as Application).notes === (sent ?? null)) kept += 1;
        else faults.push(`${file} was not kept as it was sent`);
      }
      return `${files.length} bodies sent ${posted} times, ${kept} kept as text and given back the same, ${sayFaults('json bodies', faults)} wrong or of 5xx`;
    }),
};
