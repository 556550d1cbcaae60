import type { Engine } from '@coverwright/contracts';
import type { KnownModel } from './known-model.ts';
import type { LlmSettings } from './llm-settings.ts';
import type { ModelClient } from './model-client.ts';
import type { ModelPurpose } from './model-lease.ts';
import { OllamaClient } from './ollama-client.ts';
import { normalizeOllamaHost } from './ollama-host.ts';
import { OpenAiClient } from './openai-client.ts';
import { probeOllama } from './probe-ollama.ts';
import { probeOpenAi } from './probe-openai.ts';
import type { ProgressLimits } from './watch-progress.ts';

const WITHOUT_MODEL = 'Letters are composed without a model, from your resume and the research notes.';

/**
 * Decides which engine writes, within two seconds. `reachable` says whether a model server answered. A provider that was asked for by
 * name stays chosen when it cannot be reached; `auto` falls back to `offline`, and the message says why.
 */
export async function probeEngine(settings: LlmSettings, signal?: AbortSignal): Promise<Engine> {
  const configured = settings.provider;
  if (configured === 'openai') return { provider: 'openai', configured, ...(await probeOpenAi(settings, signal)) };
  if (configured === 'offline') return offline(settings);
  const ollama = await probeOllama(settings, signal);
  if (configured === 'ollama' || (ollama.reachable && ollama.model)) return { provider: 'ollama', configured, ...ollama };
  return { ...ollama, provider: 'offline', configured, model: null, chat_model: null, message: `${WITHOUT_MODEL} ${ollama.message}` };
}

export interface ClientExtras {
  limits?: Partial<ProgressLimits>;
  known?: KnownModel;
}

/**
 * The bare client for an engine, whose calls wait for nobody: services take theirs from `ModelClients`. Null means offline, which includes
 * a provider that has named no model.
 */
export function clientFor(
  engine: Engine,
  settings: LlmSettings,
  purpose: ModelPurpose,
  { limits = {}, known }: ClientExtras = {},
): ModelClient | null {
  const model = purpose === 'chat' ? engine.chat_model : engine.model;
  if (engine.provider === 'offline' || !model) return null;
  if (engine.provider === 'openai') {
    if (!settings.openaiBaseUrl) return null;
    return new OpenAiClient({
      baseUrl: settings.openaiBaseUrl,
      apiKey: settings.openaiApiKey,
      model,
      numCtx: engine.num_ctx,
      limits,
      known,
    });
  }
  const host = normalizeOllamaHost(settings.ollamaHost);
  return host ? new OllamaClient({ host, model, numCtx: engine.num_ctx, limits, known }) : null;
}

function offline(settings: LlmSettings): Engine {
  return {
    provider: 'offline',
    configured: 'offline',
    reachable: false,
    host: null,
    model: null,
    chat_model: null,
    models: [],
    num_ctx: settings.numCtx,
    context_length: null,
    tokens_per_second: null,
    message: `${WITHOUT_MODEL} LLM_PROVIDER is set to offline.`,
  };
}
