import fc from 'fast-check';
import { apiRequests, judgeAnswer, type ApiRequest } from '@coverwright/testing';
import { runAtOnce } from '../../bench/flow/run-at-once.ts';
import type { Corpus } from '../corpora.ts';
import { withInstance, type Instance } from './instance.ts';
import { sayFaults } from './say-faults.ts';

const requests = 10_000;
const seed = 20_260_102;

/** Requests made from the API's own description, right and wrong, to a running product: each answer must be one that the description has. */
export const generatedRequests: Corpus = {
  name: 'generated requests',
  file: null,
  run: () =>
    withInstance(async (instance) => {
      const all = fc.sample(apiRequests(instance.description, knownIds(instance)), { numRuns: requests, seed });
      const faults: string[] = [];
      const statuses = new Map<number, number>();
      await runAtOnce(all, 16, async (request) => {
        if (removesTheApplication(request, instance)) return;
        const { route, path, headers, body } = request;
        const answer = await instance.send(route.method, path, headers, body);
        const kind = Math.floor(answer.status / 100);
        statuses.set(kind, (statuses.get(kind) ?? 0) + 1);
        const fault = judgeAnswer(route, answer);
        if (fault !== null)
          faults.push(`${route.method} ${path} ${JSON.stringify(headers)} ${body?.slice(0, 200)}: ${fault}: ${answer.body.slice(0, 200)}`);
      });
      const strays = await instance.strays();
      const sent = [...statuses.values()].reduce((sum, count) => sum + count, 0);
      const count = (kind: number) => statuses.get(kind) ?? 0;
      return `${sent} sent: ${count(2)} did something, ${count(4)} refused, ${count(5)} of 5xx, ${sayFaults('generated requests', faults)} answers not as described, ${sayFaults('generated requests', strays)} files out of place`;
    }),
};

const knownIds =
  ({ ids }: Instance) =>
  (path: string): string[] => {
    if (path.startsWith('/api/applications')) return [ids.application];
    if (path.startsWith('/api/orchestrations')) return [ids.job];
    if (path.startsWith('/api/documents')) return [ids.document];
    return path.startsWith('/api/research-notes') ? [ids.note] : [];
  };

/** Everything else hangs on it. */
const removesTheApplication = ({ route, path }: ApiRequest, { ids }: Instance): boolean =>
  route.method === 'DELETE' && (path.includes(ids.application) || path.includes(ids.note));
