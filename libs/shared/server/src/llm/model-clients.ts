import type { Engine } from '@coverwright/contracts';
import { connected, connectFailFast, type ProductRedis } from '../queues/redis.ts';
import { clientFor, probeEngine } from './choose-engine.ts';
import { KnownModel } from './known-model.ts';
import { LeasedClient } from './leased-client.ts';
import type { LlmSettings } from './llm-settings.ts';
import type { ModelClient } from './model-client.ts';
import { ModelLease, type ModelPurpose } from './model-lease.ts';
import { ModelSpeeds } from './model-speeds.ts';
import { ObservedClient, type CallMeter } from './observed-client.ts';
import { normalizeOllamaHost } from './ollama-host.ts';
import { PullError, pullModel, type PullProgress } from './pull-model.ts';
import { RetryingClient } from './retrying-client.ts';
import { showModel } from './show-model.ts';
import { warmUp } from './warm-up.ts';
import type { ProgressLimits } from './watch-progress.ts';

interface Settings {
  llm: LlmSettings & { parallel: number };
  redisUrl: string;
  /** For tests: the share of each pause before another try that is waited. */
  retryPace?: number;
}

/**
 * The one door to language models: every call of every service is made by a client from here, takes its turn with all others, is tried
 * again as the table of errors says, and adds to what is known of the model.
 */
export class ModelClients {
  private readonly settings: LlmSettings;
  private readonly lease: ModelLease;
  private readonly speeds: ModelSpeeds;
  private readonly retryPace: number | undefined;
  private readonly known = new Map<string, KnownModel>();

  private constructor(
    { llm, retryPace }: Settings,
    private readonly meter: CallMeter,
    redis: ProductRedis,
  ) {
    this.retryPace = retryPace;
    this.settings = llm;
    this.lease = new ModelLease(redis, llm.parallel);
    this.speeds = new ModelSpeeds(redis);
  }

  static async connect(settings: Settings, meter: CallMeter): Promise<ModelClients> {
    return new ModelClients(settings, meter, await connected(connectFailFast(settings.redisUrl)));
  }

  /** Which engine writes, asked anew; within a few seconds. */
  async probe(signal?: AbortSignal): Promise<Engine> {
    const engine = await probeEngine(this.settings, signal);
    if (engine.provider === 'offline' || engine.model === null) return engine;
    return { ...engine, tokens_per_second: await this.speeds.read(`${engine.provider}:${engine.model}`) };
  }

  /** The client for an engine; null means offline. `limits` are for callers that have something to fall back on and need not wait as long. */
  clientFor(engine: Engine, purpose: ModelPurpose, limits: Partial<ProgressLimits> = {}): ModelClient | null {
    const model = purpose === 'chat' ? engine.chat_model : engine.model;
    const known = this.knownOf(`${engine.provider}:${model}`);
    const client = clientFor(engine, this.settings, purpose, { limits, known });
    if (client === null) return null;
    const observed = new ObservedClient(client, purpose, this.meter);
    return new RetryingClient(new LeasedClient(observed, this.lease, purpose), this.retryPace);
  }

  /** Whether the model of the chat can be asked with tools: Ollama says so; other servers are tried until they refuse. */
  async callsTools({ provider, chat_model: model }: Engine, signal: AbortSignal): Promise<boolean> {
    if (provider === 'offline' || model === null || this.knownOf(`${provider}:${model}`).refusesTools) return false;
    if (provider === 'openai') return true;
    const host = normalizeOllamaHost(this.settings.ollamaHost);
    return host !== null && ((await showModel(host, model, signal))?.callsTools ?? false);
  }

  /** Times a model of Ollama that was never timed, and gives way to any real call; other servers may cost money. */
  async measure(engine: Engine, signal: AbortSignal): Promise<void> {
    const host = normalizeOllamaHost(this.settings.ollamaHost);
    const { model } = engine;
    if (engine.provider !== 'ollama' || !engine.reachable || model === null || host === null) return;
    const known = this.knownOf(`ollama:${model}`);
    await this.lease.runUntilWanted(signal, (both) => warmUp(host, model, engine.num_ctx, known, both));
  }

  /** Has Ollama get a model; rejects with a `PullError`. */
  async pull(model: string, signal: AbortSignal, onProgress: (progress: PullProgress) => void): Promise<void> {
    const host = normalizeOllamaHost(this.settings.ollamaHost);
    if (host === null) throw new PullError('UNREACHABLE', 'OLLAMA_HOST is not an address.', 'Write it like http://127.0.0.1:11434.');
    await pullModel(host, model, { signal, onProgress });
  }

  close(): Promise<void> {
    return this.lease.close();
  }

  private knownOf(generator: string): KnownModel {
    const known = this.known.get(generator) ?? new KnownModel((speed) => this.speeds.note(generator, speed));
    this.known.set(generator, known);
    return known;
  }
}
