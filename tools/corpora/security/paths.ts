import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { apiPaths, type Application } from '@coverwright/contracts';
import { judgeAnswer, listRoutes, type ApiAnswer } from '@coverwright/testing';
import { runAtOnce } from '../../bench/flow/run-at-once.ts';
import type { Corpus } from '../corpora.ts';
import { secret, withInstance } from './instance.ts';
import { pathStrings } from './path-strings.ts';
import { sayFaults } from './say-faults.ts';

/** Lists of others, one string a line; not every folder of data sets has some. */
const listFolder = 'security/paths';
/** Below each of these something reads files. */
const roots = ['/', '/assets/', '/queues/static/', '/api/docs/', '/api/resume/history/'];
const json = { 'content-type': 'application/json' };
/** Each upload is read by a process of its own. */
const uploads = 100;

/** Ways out of a folder in every place that takes an id, a name or an address: nothing is read or written where it should not be. */
export const paths: Corpus = {
  name: 'paths',
  file: null,
  run: (folder) =>
    withInstance(async (instance) => {
      const { description, ids } = instance;
      const strings = [...new Set([...pathStrings(), ...(await readLists(folder))])];
      const faults: string[] = [];
      let sent = 0;
      const judge = (where: string, answer: ApiAnswer) => {
        sent += 1;
        if (answer.status === 0 || answer.status >= 500) faults.push(`${where}: ${answer.status} ${answer.body}`);
        if (answer.body.includes(secret) || /^root:.*:0:0:/m.test(answer.body) || answer.body.startsWith('SQLite format'))
          faults.push(`${where}: told what lies outside`);
      };
      const withIds = listRoutes(description).filter(({ path }) => path.includes('{'));
      await runAtOnce([...strings.entries()], 16, async ([at, text]) => {
        for (const prefix of roots) judge(`GET ${prefix}${text}`, await instance.send('GET', `${prefix}${asTyped(text)}`));
        // Every route sees each string once encoded; which of them a string meets as it is goes round.
        for (const [which, route] of withIds.entries()) {
          if ((at + which) % 4 !== 0) continue;
          const body = route.requestBody === undefined ? null : '{}';
          for (const id of [encodeURIComponent(text.toWellFormed()), asTyped(text)]) {
            const path = route.path.replace(/\{[^}]+\}/g, id);
            const answer = await instance.send(route.method, path, body === null ? {} : json, body);
            judge(`${route.method} ${path}`, answer);
            const fault = id.includes('/') || id.includes('?') ? null : judgeAnswer(route, answer);
            if (fault !== null) faults.push(`${route.method} ${path}: ${fault}`);
          }
        }
        const query = encodeURIComponent(text.toWellFormed());
        judge(`format ${text}`, await instance.send('GET', `${apiPaths.document(ids.document)}/file?format=${query}`));
        judge(`against ${text}`, await instance.send('GET', `${apiPaths.document(ids.document)}/diff?against=${query}`));
      });
      const step = Math.max(1, Math.floor(strings.length / uploads));
      for (const text of strings.filter((_, at) => at % step === 0).slice(0, uploads)) {
        const name = text.replace(/["\r\n\u0000]/g, '_');
        const body = `--x\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n# Ada\r\n--x--\r\n`;
        judge(
          `upload named ${text}`,
          await instance.send('POST', apiPaths.resumeImport, { 'content-type': 'multipart/form-data; boundary=x' }, body),
        );
        const { id } = await instance.json<Application>('POST', apiPaths.applications, {
          company_name: `x${text.slice(0, 150)}`.replaceAll('\u0000', ''),
          job_title: 'y',
        });
        judge(
          `letter of a company named ${text}`,
          await instance.send('POST', apiPaths.orchestrate(id), json, '{"action":"research_only"}'),
        );
        await instance.send('DELETE', apiPaths.application(id));
      }
      return `${strings.length} strings in ${sent} requests: ${sayFaults('paths', faults)} read something outside or were answered otherwise than described, ${sayFaults('paths', await instance.strays())} files outside the content folder`;
    }),
};

/** As it stands where an address can hold it, else with only that encoded which it cannot hold. */
const asTyped = (text: string): string => text.toWellFormed().replace(/[^\x21-\x7e]/gu, (char) => encodeURIComponent(char));

const readLists = async (folder: string): Promise<string[]> => {
  const lists = join(folder, listFolder);
  if (!existsSync(lists)) return [];
  const files = (await readdir(lists, { recursive: true })).filter((file) => file.endsWith('.txt'));
  return (await Promise.all(files.map((file) => readFile(join(lists, file), 'utf8')))).flatMap((text) => text.split('\n')).filter(Boolean);
};
