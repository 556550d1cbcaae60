import type { ServerResponse } from 'node:http';
import { callTools } from './answers/call-tools.ts';
import { writeAnswer } from './answers/write-answer.ts';
import { transportOf } from './behaviours.ts';
import { splitTokens } from './count-tokens.ts';
import { failEarly } from './fail-early.ts';
import { fitContext } from './fit-context.ts';
import type { Models } from './models.ts';
import type { PromptCache } from './prompt-cache.ts';
import type { RequestLog } from './request-log.ts';
import { sendAnswer, untilAborted } from './send-answer.ts';
import type { Slots } from './slots.ts';
import type { Generation, RecordedRequest } from './stub-types.ts';
import type { Ending, Wire } from './wires.ts';

export interface Engine {
  models: Models;
  slots: Slots;
  cache: PromptCache;
  log: RequestLog;
  tokensPerSecond: number;
  pullStepMs: number;
  oldWindow: number;
}

export interface GenerationCall {
  generation: Generation;
  stream: boolean;
  wire: Wire;
  res: ServerResponse;
  record: RecordedRequest;
}

/** One generation from the line to the last token. A caller that goes away ends it in whichever phase it is. */
export async function generate(engine: Engine, call: GenerationCall): Promise<void> {
  const { models, slots, log } = engine;
  const { generation, record, res } = call;
  const signal = watchCaller(log, record, res);
  const startedAt = process.hrtime.bigint();
  if (failEarly(generation, log, res)) return log.enter(record, 'done');
  log.enter(record, 'queued');
  const release = await slots.take(signal);
  try {
    log.enter(record, 'loading');
    await models.load(generation.model, generation.numCtx, signal);
    log.enter(record, 'prompt');
    await answer(engine, call, signal, startedAt);
    log.enter(record, 'done');
  } finally {
    models.keep(generation.model, generation.keepAliveMs);
    release();
  }
}

async function answer(engine: Engine, call: GenerationCall, signal: AbortSignal, startedAt: bigint): Promise<void> {
  const { generation, record, res, wire, stream } = call;
  const prompt = fitContext(generation, engine.oldWindow);
  record.truncated = prompt.truncated;
  if (transportOf(generation.model) === 'silent') await untilAborted(signal);
  const isLoad = generation.messages.length === 0;
  const tools = isLoad ? [] : callTools(generation);
  const all = isLoad || tools.length > 0 ? [] : splitTokens(writeAnswer(generation.model, prompt.messages, generation.schema));
  const tokens = all.slice(0, Math.max(0, Math.min(generation.maxTokens, generation.numCtx - prompt.tokens)));
  const ending: Ending = {
    reason: isLoad ? 'load' : tokens.length < all.length ? 'length' : 'stop',
    promptTokens: engine.cache.count(generation.model, prompt),
    answerTokens: tools.length || tokens.length,
    startedAt,
    tools,
  };
  if (!stream) {
    res.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(wire.whole(tokens.join(''), ending)));
    return;
  }
  engine.log.enter(record, 'streaming');
  const onSent = (isToken: boolean) => engine.log.sent(record, isToken);
  await sendAnswer({ res, wire, model: generation.model, tokens, ending, tokensPerSecond: engine.tokensPerSecond, signal, onSent });
}

/** Aborts when the caller goes away, and records in which phase. */
export function watchCaller(log: RequestLog, record: RecordedRequest, res: ServerResponse): AbortSignal {
  const caller = new AbortController();
  res.once('close', () => {
    if (res.writableFinished || record.phase === 'done') return;
    log.disconnect(record);
    caller.abort();
  });
  return caller.signal;
}
