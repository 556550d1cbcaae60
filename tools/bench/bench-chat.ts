import { apiPaths, type Message, type Orchestration } from '@coverwright/contracts';
import { startLocalSite, startOllamaStub, type OllamaStub, type RecordedRequest } from '@coverwright/testing';
import { ProductClient } from '../product/product-client.ts';
import { startProduct } from '../product/start-product.ts';
import type { BenchContext } from './benches.ts';
import { watchCalls } from './chat/watch-calls.ts';
import { percentile } from './flow/percentile.ts';

const jobs = 4;
const tokensPerSecond = 15;
const commands = 40;
/** How many tokens the call of a job has written when a question comes: it gives way until it has written a part of what it may. */
const askedAfterTokens = [0, 20, 40, 55, 60, 61, 65, 70];
const callsToTime = 8;
const question = 'What does the company build, in one sentence?';
const body = Array.from(
  { length: 12 },
  (_, index) => `<p>Workshop ${index + 1} of Fernhill Optics grinds ${(index + 2) * 40} lenses a week for microscopes.</p>`,
).join('\n');

/** How soon the chat answers while jobs keep the only slot of a slow model busy. */
export const benchChat = async ({ guardian, signal, say }: BenchContext): Promise<void> => {
  const site = await startLocalSite({ '/about': { body: `<title>About</title><main>${body}</main>` } });
  const stub = await startOllamaStub({ models: ['good:3b'], tokensPerSecond, slots: 1 });
  try {
    const env = {
      LLM_PROVIDER: 'ollama',
      OLLAMA_HOST: stub.url,
      LLM_PARALLEL: '1',
      WRITE_CONCURRENT_JOBS: String(jobs),
      RESEARCH_ALLOW_PRIVATE: site.host,
    };
    const product = await startProduct(guardian, signal, env);
    const watch = watchCalls(stub, (prompt) => prompt.includes(question));
    try {
      const client = new ProductClient(product.url);
      const { sample } = await client.get<{ sample: string }>(apiPaths.resume);
      await client.send('PUT', apiPaths.resume, { content: sample });
      const ids = await startJobs(client, `${site.url}/about`);
      await stub.until((requests) => requests.some(({ phase }) => phase === 'streaming'));
      const acknowledged = await timeAnswers(client, ids, 'Draft a cover letter');
      const status = await timeAnswers(client, ids, 'How is it going?');
      const firstWords = await timeFirstWords(client, stub, ids);
      await stub.until(() => watch.calls.filter(({ isChat, gaveWay }) => !isChat && !gaveWay).length >= callsToTime);
      const running = (await Promise.all(ids.map((id) => client.list<Orchestration>(apiPaths.applicationOrchestrations(id)))))
        .flat()
        .filter((run) => run.status === 'running' || run.status === 'pending').length;
      const ofJobs = watch.calls.filter(({ isChat }) => !isChat);
      const calls = ofJobs.filter(({ gaveWay }) => !gaveWay).map(({ tookMs }) => tookMs);
      const broken = ofJobs.filter(({ gaveWay }) => gaveWay).map(({ tookMs }) => tookMs);
      sayTimes(
        say,
        `${jobs} jobs (${running} still at work at the end), one slot at ${tokensPerSecond} tokens/s: acknowledgement`,
        acknowledged,
      );
      sayTimes(say, 'status', status);
      sayTimes(say, `first words of a reply, asked when a job's call had written ${askedAfterTokens.join(', ')} tokens`, firstWords);
      sayTimes(say, 'one call of a job, from its turn to its last token', calls);
      say(
        `the first words took ${(percentile(firstWords, 0.5) / percentile(calls, 0.5)).toFixed(2)} of a call of a job in the median, the slowest ` +
          `${(Math.max(...firstWords) / Math.max(...calls)).toFixed(2)} of the longest one (goal: 1); ${broken.length} calls gave way to a reply, ` +
          `the latest of them after ${Math.max(0, ...broken).toFixed(0)} ms`,
      );
    } finally {
      watch.stop();
      await product.stop();
    }
  } finally {
    await Promise.all([stub.close(), site.close()]);
  }
};

const startJobs = async (client: ProductClient, url: string): Promise<string[]> => {
  const ids: string[] = [];
  for (let job = 0; job < jobs; job += 1) {
    const { id } = await client.create({ company_name: `Fernhill Optics ${job}`, job_title: 'Process Engineer' });
    await client.say(id, `Research ${url} and then draft a cover letter`);
    ids.push(id);
  }
  return ids;
};

/** From sending to the answer, whose reply is stored by then. A letter that is asked for meanwhile is refused, which takes the same way. */
const timeAnswers = async (client: ProductClient, ids: string[], text: string): Promise<number[]> => {
  const times: number[] = [];
  for (let round = 0; round < commands; round += 1) {
    const began = performance.now();
    await client.say(ids[round % ids.length] ?? '', text);
    times.push(performance.now() - began);
  }
  return times;
};

/** From sending to the first words that a reader of the events has, asked at several stages of a call of a job. */
const timeFirstWords = async (client: ProductClient, stub: OllamaStub, ids: string[]): Promise<number[]> => {
  const times: number[] = [];
  for (const [round, tokens] of askedAfterTokens.entries()) {
    const id = ids[round % ids.length] ?? '';
    const events = client.events(id);
    await events.next();
    await stub.until((requests) => requests.some((request) => isWriting(request) && request.tokensSent >= tokens));
    const began = performance.now();
    const { reply_id } = await client.say(id, question);
    await events.until(({ event, data }) => event === 'message_delta' && (data as { message_id: string }).message_id === reply_id);
    times.push(performance.now() - began);
    await events.until(
      ({ event, data }) => event === 'message' && (data as Message).id === reply_id && (data as Message).status !== 'streaming',
    );
    events.close();
  }
  return times;
};

const isWriting = ({ phase, disconnected, body }: RecordedRequest): boolean =>
  phase === 'streaming' && disconnected === null && !JSON.stringify(body).includes(question);

const sayTimes = (say: (line: string) => void, what: string, times: number[]): void =>
  say(
    `${what}: ${times.length} times, ${percentile(times, 0.5).toFixed(0)} ms median, ${percentile(times, 0.95).toFixed(0)} ms p95, ${Math.max(...times).toFixed(0)} ms at most`,
  );
