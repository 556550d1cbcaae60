import { apiPaths } from '@coverwright/contracts';
import { startOllamaStub, type OllamaStub, type RecordedRequest } from '@coverwright/testing';
import { testApplications } from '../../../services/writer/test/test-applications.ts';
import type { BenchContext } from '../benches.ts';
import { percentile } from '../flow/percentile.ts';
import { startModelStack, type ModelStack } from './model-stack.ts';

const jobs = 4;
/** How many tokens a call of a job has written when each question comes. */
const askedAfterTokens = [0, 15, 30, 50, 60, 61, 65, 70];
const callsToTime = 4;
const tokensPerSecond = 15;
/** Found again in the requests of the model server, to tell the chat's from the jobs'. */
const mark = 'Question of the bench';

/** Four jobs that want one slot of a slow model while somebody chats: how long the first word of a reply takes, in calls of the jobs. */
export const measureTurns = async (context: BenchContext): Promise<void> => {
  const stub = await startOllamaStub({ models: ['good:3b'], tokensPerSecond, slots: 1 });
  try {
    const stack = await startModelStack(context, stub.url, { WRITE_CONCURRENT_JOBS: String(jobs) });
    try {
      await talkBesideJobs(context, stack, stub);
    } finally {
      await stack.stop();
    }
  } finally {
    await stub.close();
  }
};

const talkBesideJobs = async (context: BenchContext, stack: ModelStack, stub: OllamaStub): Promise<void> => {
  await stack.send('PUT', apiPaths.resume, { content: testApplications.nurse.resume });
  const applications = await Promise.all(Array.from({ length: jobs }, () => stack.newApplication()));
  const runs = await Promise.all(applications.map((id) => stack.start(id, 'write_only')));
  await stub.until((requests) => requests.some(isJobCall));
  const waits: Wait[] = [];
  for (const [number, tokens] of askedAfterTokens.entries()) {
    await stub.until((requests) => requests.some((request) => isJobCall(request) && isWriting(request) && request.tokensSent >= tokens));
    waits.push(await ask(stack, stub, applications[number % jobs] ?? '', number));
  }
  await stub.until((requests) => requests.filter(isDoneJobCall).length >= callsToTime);
  sayFigures(context, stub, waits);
  // Those that have ended cannot be cancelled, and need not be.
  await Promise.allSettled(runs.map((id) => stack.send('POST', apiPaths.cancel(id), {})));
};

interface Wait {
  turn: number;
  token: number;
}

const textOf = ({ body }: RecordedRequest): string => JSON.stringify((body as { messages?: unknown } | null)?.messages ?? '');
const isChat = (request: RecordedRequest): boolean => request.phase !== null && textOf(request).includes(mark);
const isJobCall = (request: RecordedRequest): boolean => request.path === '/api/chat' && request.phase !== null && !isChat(request);

const isWriting = ({ phase, disconnected }: RecordedRequest): boolean => phase === 'streaming' && disconnected === null;
const isDoneJobCall = (request: RecordedRequest): boolean =>
  isJobCall(request) && request.at.done !== undefined && request.disconnected === null;

/** Milliseconds from the question to its turn at the model, and to the first token of its reply. */
const ask = async (stack: ModelStack, stub: OllamaStub, applicationId: string, number: number): Promise<Wait> => {
  const asked = performance.now();
  const content = `${mark} ${number}: which of my strengths should I talk about?`;
  const { reply_id } = await stack.send<{ reply_id: string }>('POST', apiPaths.messages(applicationId), { content });
  const mine = (request: RecordedRequest) => isChat(request) && textOf(request).includes(`${mark} ${number}:`);
  await stub.until((requests) => requests.some((request) => mine(request) && request.tokensSent > 0));
  const token = performance.now() - asked;
  await stack.replied(applicationId, reply_id);
  return { turn: (stub.requests.find(mine)?.at.queued ?? Infinity) - asked, token };
};

const sayFigures = ({ say }: BenchContext, stub: OllamaStub, waits: Wait[]): void => {
  const done = stub.requests.filter(isDoneJobCall);
  const lengths = done.map(({ at }) => (at.done ?? 0) - (at.loading ?? 0));
  const longest = Math.max(...lengths);
  const broken = stub.requests.filter((request) => isJobCall(request) && request.disconnected !== null).length;
  const running = stub.requests.filter(({ path }) => path === '/api/chat');
  const overlaps = running.filter((one) => running.some((other) => other !== one && overlap(one, other))).length;
  const turns = waits.map(({ turn }) => turn);
  const tokens = waits.map(({ token }) => token);
  say(
    `turns: ${jobs} jobs, one slot, ${tokensPerSecond} tokens/s: ${waits.length} chat replies had their turn after ${(percentile(turns, 0.5) / longest).toFixed(2)} median ` +
      `and ${(Math.max(...turns) / longest).toFixed(2)} at most of the longest of ${done.length} job calls (${longest.toFixed(0)} ms; goal: 1), their first token after ` +
      `${(Math.max(...tokens) / longest).toFixed(2)} at most; ${broken} calls gave way to a reply; ${overlaps} calls stood in the server's own line; ${stub.loads} load`,
  );
};

const overlap = (one: RecordedRequest, other: RecordedRequest): boolean =>
  (one.at.queued ?? 0) < (other.at.done ?? Infinity) && (other.at.queued ?? 0) < (one.at.queued ?? 0);
