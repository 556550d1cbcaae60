import type { Engine } from '@coverwright/contracts';
import { clientFor, probeEngine } from './choose-engine.ts';
import { LeasedClient } from './leased-client.ts';
import type { LlmSettings } from './llm-settings.ts';
import type { ModelClient } from './model-client.ts';
import { ModelLease, type ModelPurpose } from './model-lease.ts';
import type { ProgressLimits } from './watch-progress.ts';

/** The one door to language models: every call of every service is made by a client from here, and takes its turn with all others. */
export class ModelClients {
  private constructor(
    private readonly settings: LlmSettings,
    private readonly lease: ModelLease,
  ) {}

  static async connect(settings: { llm: LlmSettings & { parallel: number }; redisUrl: string }): Promise<ModelClients> {
    const lease = await ModelLease.connect({ redisUrl: settings.redisUrl, slots: settings.llm.parallel });
    return new ModelClients(settings.llm, lease);
  }

  /** Which engine writes, asked anew; within two seconds. */
  probe(signal?: AbortSignal): Promise<Engine> {
    return probeEngine(this.settings, signal);
  }

  /** The client for an engine; null means offline. `limits` are for callers that have something to fall back on and need not wait as long. */
  clientFor(engine: Engine, purpose: ModelPurpose, limits: Partial<ProgressLimits> = {}): ModelClient | null {
    const client = clientFor(engine, this.settings, purpose, limits);
    return client && new LeasedClient(client, this.lease, purpose);
  }

  close(): Promise<void> {
    return this.lease.close();
  }
}
