import { request, type IncomingMessage } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiPaths } from '@coverwright/contracts';
import { readEvents } from '../../draft/read-events.ts';
import type { BenchContext } from '../benches.ts';
import { percentile } from '../flow/percentile.ts';
import { postWriteOnly } from '../flow/gateway-client.ts';
import { foldersOf, migrateStore, startScaledStack, type StackOptions } from './scaled-stack.ts';
import { fillStore } from './fill-store.ts';
import { cpuMs, residentMbOfTree } from './process-usage.ts';

const clientCounts = [1, 200];
const rounds = 40;
const warmUp = 5;
const idleMs = 3000;

/** Milliseconds from asking for a run to the event that says its letter is saved. */
export interface FanoutFigures {
  clients: number;
  /** That they come from. */
  addresses: number;
  firstP50: number;
  /** The last of all clients. */
  lastP50: number;
  lastP95: number;
  /** Share of one processor that the gateway uses while nothing happens. */
  idleShare: number;
  gatewayMb: number;
}

/** How long after one client all of two hundred have heard of something, all watching one application. */
export const benchFanout = async (context: BenchContext): Promise<FanoutFigures[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'coverwright-bench-'));
  const options: StackOptions = { folder, databaseUrl: null, writers: 1 };
  try {
    await migrateStore(context, options);
    const [id = ''] = fillStore(foldersOf(folder).dataDir, [foldersOf(folder).contentDir], 1);
    const stack = await startScaledStack(context, options);
    try {
      const figures: FanoutFigures[] = [];
      for (const clients of clientCounts) {
        context.signal.throwIfAborted();
        figures.push(await measure(stack.url, stack.pids.get('gateway') ?? 0, id, clients));
      }
      return figures;
    } finally {
      await stack.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const measure = async (url: string, gateway: number, applicationId: string, clients: number): Promise<FanoutFigures> => {
  const watchers = await Promise.all(
    Array.from({ length: clients }, (_, index) => watch(url + apiPaths.applicationEvents(applicationId), addressOf(index))),
  );
  const [first, last]: [number[], number[]] = [[], []];
  for (let round = -warmUp; round < rounds; round += 1) {
    const began = performance.now();
    const { job_id } = await postWriteOnly(url, applicationId);
    const heard = (await Promise.all(watchers.map((watcher) => watcher.saved(job_id)))).map((at) => at - began);
    if (round < 0) continue;
    first.push(Math.min(...heard));
    last.push(Math.max(...heard));
  }
  const before = cpuMs(gateway);
  await new Promise((resolve) => setTimeout(resolve, idleMs));
  const idleShare = (cpuMs(gateway) - before) / idleMs;
  const gatewayMb = residentMbOfTree(gateway);
  for (const watcher of watchers) watcher.close();
  return {
    clients,
    addresses: new Set(Array.from({ length: clients }, (_, index) => addressOf(index))).size,
    firstP50: percentile(first, 0.5),
    lastP50: percentile(last, 0.5),
    lastP95: percentile(last, 0.95),
    idleShare,
    gatewayMb,
  };
};

/** One machine may open a hundred streams: the clients come from several. */
const addressOf = (index: number): string => `127.0.0.${1 + Math.floor(index / 80)}`;

/** One client, once it has its snapshot. */
const watch = async (url: string, localAddress: string): Promise<{ saved: (jobId: string) => Promise<number>; close: () => void }> => {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    request(url, { agent: false, localAddress }, resolve).once('error', reject).end();
  });
  if (response.statusCode !== 200) throw new Error(`The gateway answered ${response.statusCode} to a client of its events.`);
  const times = new Map<string, PromiseWithResolvers<number>>();
  const timeOf = (jobId: string) => {
    const known = times.get(jobId) ?? Promise.withResolvers<number>();
    times.set(jobId, known);
    return known;
  };
  const ready = Promise.withResolvers<void>();
  const read = async () => {
    for await (const { event, data } of readEvents(response)) {
      if (event === 'snapshot') ready.resolve();
      if (event !== 'job') continue;
      const { job_id, status } = JSON.parse(data) as { job_id: string; status: string };
      if (status === 'success') timeOf(job_id).resolve(performance.now());
    }
  };
  read().catch(ready.reject);
  await ready.promise;
  return { saved: (jobId) => timeOf(jobId).promise, close: () => response.destroy() };
};
