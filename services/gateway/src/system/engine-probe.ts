import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { Engine } from '@coverwright/contracts';
import { LOGGER, ModelClients, type Logger } from '@coverwright/server';

const freshMs = 5000;

/** Asks the model engine how it is, at most every few seconds: the page and the chat ask often. Times a model that was never timed. */
@Injectable()
export class EngineProbe implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private latest: { at: number; engine: Promise<Engine> } | null = null;
  private readonly stop = new AbortController();
  private readonly timed = new Set<string>();
  private timing: Promise<void> = Promise.resolve();

  constructor(
    @Inject(ModelClients) private readonly models: ModelClients,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Says at start which engine writes, or why none does. Nobody waits for it. */
  onApplicationBootstrap(): void {
    this.ask().then(
      (engine) => this.logger.info({ provider: engine.provider, model: engine.model, num_ctx: engine.num_ctx }, engine.message),
      (error: unknown) => this.logger.warn({ err: error }, 'the model engine could not be asked'),
    );
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stop.abort(new Error('The gateway is shutting down.'));
    await this.timing;
  }

  ask(): Promise<Engine> {
    if (this.latest === null || Date.now() - this.latest.at > freshMs) this.latest = { at: Date.now(), engine: this.models.probe() };
    return this.latest.engine;
  }

  /** The same for a person who looks at the engine: has it timed in the background when it never was, once. */
  async look(): Promise<Engine> {
    const engine = await this.ask();
    if (engine.tokens_per_second === null && engine.model !== null && engine.reachable && !this.timed.has(engine.model)) {
      this.timed.add(engine.model);
      this.timing = this.models
        .measure(engine, this.stop.signal)
        .then(() => this.forget())
        .catch((error: unknown) => this.logger.debug({ err: error }, 'the model could not be timed'));
    }
    return engine;
  }

  /** Has the next one ask anew. */
  forget(): void {
    this.latest = null;
  }
}
