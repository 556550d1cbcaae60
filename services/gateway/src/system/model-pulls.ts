import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import type { ModelPull } from '@coverwright/contracts';
import { AppError, LOGGER, ModelClients, PullError, type Logger, type PullProgress } from '@coverwright/server';
import { EngineProbe } from './engine-probe.ts';

const mostKept = 10;

/** Gets models one at a time each, outside of any request; how far each one is stands in `GET /system`. */
@Injectable()
export class ModelPulls implements BeforeApplicationShutdown {
  private readonly pulls = new Map<string, ModelPull>();
  private readonly running = new Map<string, { stop: AbortController; work: Promise<void> }>();

  constructor(
    @Inject(ModelClients) private readonly models: ModelClients,
    @Inject(EngineProbe) private readonly engine: EngineProbe,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** The latest first. */
  list(): ModelPull[] {
    return [...this.pulls.values()].reverse();
  }

  /** Starts a pull, or joins the one that runs. */
  async start(given: string): Promise<ModelPull> {
    const model = withTag(given);
    await this.refuseWithoutOllama();
    const before = this.pulls.get(model);
    if (before?.status === 'pulling') return before;
    const pull = this.put({
      model,
      status: 'pulling',
      message: 'Asking Ollama for it',
      percent: null,
      completed_bytes: 0,
      total_bytes: null,
      error: null,
      started_at: new Date().toISOString(),
      finished_at: null,
    });
    const stop = new AbortController();
    const work = this.pull(pull, stop.signal).finally(() => {
      if (this.running.get(model)?.stop === stop) this.running.delete(model);
    });
    this.running.set(model, { stop, work });
    return pull;
  }

  /** Stops a pull and answers once it has ended; one that has ended already stays as it is. */
  async cancel(given: string): Promise<ModelPull> {
    const model = withTag(given);
    const running = this.running.get(model);
    running?.stop.abort(new Error('The person stopped it.'));
    await running?.work;
    const pull = this.pulls.get(model);
    if (pull === undefined) throw new AppError('NOT_FOUND', `${model} is not on its way, and was not since the gateway started.`);
    return pull;
  }

  /** What was downloaded stays with Ollama, and the next pull goes on from there. */
  async beforeApplicationShutdown(): Promise<void> {
    const all = [...this.running.values()];
    for (const { stop } of all) stop.abort(new Error('The gateway is shutting down.'));
    await Promise.all(all.map(({ work }) => work));
  }

  private async pull(started: ModelPull, signal: AbortSignal): Promise<void> {
    let pull = started;
    try {
      await this.models.pull(pull.model, signal, (progress) => (pull = this.put({ ...pull, ...shown(progress) })));
      this.end({ ...pull, status: 'success', message: 'Installed', percent: 100 });
    } catch (error) {
      const { code, message, hint } =
        error instanceof PullError ? error : { code: 'FAILED', message: `${pull.model} could not be downloaded.`, hint: 'Try again.' };
      if (code === 'CANCELLED') return this.end({ ...pull, status: 'cancelled', message: `${message} ${hint}` });
      this.logger.warn({ err: error, model: pull.model }, 'a model could not be downloaded');
      this.end({ ...pull, status: 'failure', message, error: { code, message, hint } });
    }
  }

  private end(pull: ModelPull): void {
    this.put({ ...pull, finished_at: new Date().toISOString() });
    this.engine.forget();
  }

  private put(pull: ModelPull): ModelPull {
    if (pull.status === 'pulling' && pull.percent === null) this.pulls.delete(pull.model);
    this.pulls.set(pull.model, pull);
    for (const [model, { status }] of this.pulls) if (this.pulls.size > mostKept && status !== 'pulling') this.pulls.delete(model);
    return pull;
  }

  private async refuseWithoutOllama(): Promise<void> {
    const engine = await this.engine.ask();
    if (engine.configured === 'openai' || engine.configured === 'offline') {
      throw new AppError('MODEL_UNAVAILABLE', `LLM_PROVIDER is ${engine.configured}, and models can be got only through Ollama.`, {
        hint: 'Set LLM_PROVIDER to auto or ollama and start Coverwright again.',
      });
    }
    if (!engine.reachable) {
      throw new AppError('MODEL_UNAVAILABLE', engine.message, { hint: 'Start Ollama, then try again.' });
    }
  }
}

const withTag = (model: string): string => (model.includes(':') ? model : `${model}:latest`);

function shown({ status, completed, total }: PullProgress): Partial<ModelPull> {
  return {
    message: status,
    completed_bytes: completed,
    total_bytes: total > 0 ? total : null,
    percent: total > 0 ? Math.min(100, Math.floor((completed * 100) / total)) : null,
  };
}
