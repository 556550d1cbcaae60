import { Inject, Injectable } from '@nestjs/common';
import type { Engine } from '@coverwright/contracts';
import { LOGGER, ModelClients, type Logger } from '@coverwright/server';
import { opinionMessages, opinionTools } from './opinion-tools.ts';
import { ownWordsOf } from './own-words.ts';
import { readOpinion, type Opinion } from './read-opinion.ts';

/** Waiting for a turn included. The person has an answer already; this may only make it a better one. */
const usualMs = 4000;
const answerTokens = 80;

/** Asks a model once what it takes a message for that the rules are not sure of. */
@Injectable()
export class SecondOpinion {
  constructor(
    @Inject(ModelClients) private readonly models: Pick<ModelClients, 'clientFor' | 'callsTools'>,
    @Inject(LOGGER) private readonly logger: Pick<Logger, 'debug'>,
  ) {}

  /** Null when the model has no usable one in time, whatever the reason. Rejects only when `signal` aborts. `urls` are the person's own. */
  async ask(engine: Engine, message: string, urls: readonly string[], signal: AbortSignal, withinMs = usualMs): Promise<Opinion | null> {
    const words = ownWordsOf(message);
    const both = AbortSignal.any([signal, AbortSignal.timeout(withinMs)]);
    try {
      const client = this.models.clientFor(engine, 'chat');
      if (words === '' || client === null || !(await this.models.callsTools(engine, both))) return null;
      const { toolCalls = [] } = await client.chat({
        messages: opinionMessages(words),
        tools: opinionTools(urls),
        maxTokens: answerTokens,
        temperature: 0,
        signal: both,
      });
      return readOpinion(toolCalls, urls);
    } catch (error) {
      signal.throwIfAborted();
      this.logger.debug({ err: error }, 'the model gave no second opinion on a message');
      return null;
    }
  }
}
