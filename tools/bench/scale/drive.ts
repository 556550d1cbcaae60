import { Agent, request } from 'node:http';
import { cpus } from 'node:os';
import { postWriteOnly } from '../flow/gateway-client.ts';
import { concurrency } from '../flow/plan.ts';
import { runAtOnce } from '../flow/run-at-once.ts';
import type { Cpu, ScaledStack } from './scaled-stack.ts';
import type { RowWatch } from './watch-rows.ts';

const agent = new Agent({ keepAlive: true, maxSockets: concurrency });
const lookEveryMs = 10;

/** Milliseconds to the last byte of an answer. */
export const timeGet = async (url: string): Promise<number> => {
  const began = performance.now();
  await get(url);
  return performance.now() - began;
};

export const get = (url: string): Promise<string> =>
  new Promise((resolve, reject) => {
    request(url, { agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${url} answered ${response.statusCode}: ${text.slice(0, 200)}`));
      });
    })
      .once('error', reject)
      .end();
  });

export interface DrivenRuns {
  /** Runs a second, from the first request to the last letter. */
  rate: number;
  /** Milliseconds of processor time that one run took, by part. */
  cpu: Cpu;
  /** The same for whoever asks for the runs, which is this process. */
  clientMs: number;
  /** Share of all processors of the machine that was busy meanwhile, whoever with. */
  busy: number;
}

/** Milliseconds that all processors together have been busy. */
const busyMs = (): number => cpus().reduce((sum, { times: { user, nice, sys, irq } }) => sum + user + nice + sys + irq, 0);

/** Asks for a letter for each application and resolves when every one is saved. */
export const driveRuns = async (stack: ScaledStack, rows: RowWatch, applicationIds: string[]): Promise<DrivenRuns> => {
  const before = stack.cpu();
  const own = process.cpuUsage();
  const busyBefore = busyMs();
  const began = performance.now();
  await runAtOnce(applicationIds, concurrency, (id) => postWriteOnly(stack.url, id));
  while ((await rows.open()) > 0) await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  const seconds = (performance.now() - began) / 1000;
  const busy = (busyMs() - busyBefore) / (seconds * 1000 * cpus().length);
  const after = stack.cpu();
  const { user, system } = process.cpuUsage(own);
  if ((await rows.bad()) > 0) throw new Error('A run of the bench failed.');
  const perRun = (part: keyof Cpu) => (after[part] - before[part]) / applicationIds.length;
  return {
    rate: applicationIds.length / seconds,
    cpu: { gateway: perRun('gateway'), writers: perRun('writers'), redis: perRun('redis'), postgres: perRun('postgres') },
    clientMs: (user + system) / 1000 / applicationIds.length,
    busy,
  };
};

export const cpuTotal = ({ gateway, writers, redis, postgres }: Cpu): number => gateway + writers + redis + postgres;
