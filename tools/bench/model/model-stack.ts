import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiPaths, isTerminal, type ListOf, type Message, type Orchestration, type OrchestrateAnswer } from '@coverwright/contracts';
import { root } from '../../root.ts';
import { launchStack, type Stack } from '../../start/launch-stack.ts';
import { readLauncherSettings } from '../../start/settings.ts';
import { productPlan } from '../../start/stack-plan.ts';
import type { BenchContext } from '../benches.ts';

const lookEveryMs = 50;

export interface ModelStack {
  send: <T>(method: 'POST' | 'PUT', path: string, body: object) => Promise<T>;
  /** Resolves when the run has ended, however. */
  ended: (jobId: string) => Promise<Orchestration>;
  /** Resolves when the reply is no longer written, with its status. */
  replied: (applicationId: string, replyId: string) => Promise<Message['status']>;
  newApplication: (fields?: object) => Promise<string>;
  start: (applicationId: string, action: string) => Promise<string>;
  stop: () => Promise<void>;
}

/** The whole product as it ships, with the model server of that address. */
export const startModelStack = async (
  { guardian, signal }: BenchContext,
  ollamaHost: string,
  more: NodeJS.ProcessEnv,
): Promise<ModelStack> => {
  const folder = await mkdtemp(join(tmpdir(), 'coverwright-bench-'));
  const own = { HOST: '127.0.0.1', PORT: '0', AUTH_TOKEN: '', REDIS_URL: '', DATABASE_URL: '', SEARXNG_URL: '', LOG_FORMAT: 'json' };
  const llm = {
    LLM_PROVIDER: 'ollama',
    OLLAMA_HOST: ollamaHost,
    LLM_MODEL: '',
    LLM_CHAT_MODEL: '',
    LLM_NUM_CTX: '4096',
    LLM_PARALLEL: '1',
  };
  const folders = { DATA_DIR: join(folder, 'data'), CONTENT_DIR: join(folder, 'content') };
  const env = { ...process.env, ...own, ...llm, ...folders, ...more };
  const settings = readLauncherSettings(env, root, false);
  const options = { guardian, settings, env, logs: 'json' as const, write: () => undefined, say: console.error, signal };
  let stack: Stack;
  try {
    stack = await launchStack(productPlan, options);
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  const { url } = stack;
  const send = async <T>(method: 'POST' | 'PUT', path: string, body: object): Promise<T> => {
    const response = await fetch(url + path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`The gateway answered ${response.status} to ${path}: ${await response.text()}`);
    return (await response.json()) as T;
  };
  return {
    send,
    newApplication: async (fields = {}) => {
      const application = { company_name: 'Holm Pumps', job_title: 'Maintenance Engineer', ...fields };
      return (await send<{ id: string }>('POST', apiPaths.applications, application)).id;
    },
    start: async (id, action) => (await send<OrchestrateAnswer>('POST', apiPaths.orchestrate(id), { action })).job_id,
    replied: async (applicationId, replyId) => {
      for (;;) {
        signal.throwIfAborted();
        const { items } = (await (await fetch(`${url}${apiPaths.messages(applicationId)}?limit=100`)).json()) as ListOf<Message>;
        const reply = items.find(({ id }) => id === replyId);
        if (reply && reply.status !== 'streaming') return reply.status;
        await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
      }
    },
    ended: async (jobId) => {
      for (;;) {
        signal.throwIfAborted();
        const run = (await (await fetch(url + apiPaths.orchestration(jobId))).json()) as Orchestration;
        if (isTerminal(run.status)) return run;
        await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
      }
    },
    stop: async () => {
      await stack.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
};
