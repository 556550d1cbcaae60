import type { Engine } from '@coverwright/contracts';
import { z } from 'zod';
import type { LlmSettings } from './llm-settings.ts';
import { withoutLogin } from './ollama-host.ts';
import { probeServer, type ProbeResult } from './probe-server.ts';

const modelsSchema = z.object({ data: z.array(z.object({ id: z.string() })) });

/** What an OpenAI-compatible server has to offer. A configured model is kept even when the server does not list it: several list none. */
export async function probeOpenAi(settings: LlmSettings, signal?: AbortSignal): Promise<Omit<Engine, 'provider' | 'configured'>> {
  const base = {
    num_ctx: settings.numCtx,
    context_length: null,
    tokens_per_second: null,
    models: [],
    model: settings.model,
    chat_model: settings.chatModel ?? settings.model,
  };
  const url = settings.openaiBaseUrl?.replace(/\/+$/, '');
  if (!url) return { ...base, host: null, reachable: false, message: 'LLM_PROVIDER is openai, but OPENAI_BASE_URL is not set.' };

  const host = withoutLogin(url);
  const headers: Record<string, string> = settings.openaiApiKey ? { authorization: `Bearer ${settings.openaiApiKey}` } : {};
  const found = await probeServer(`${url}/models`, headers, signal);
  if (!found.ok) return { ...base, host, reachable: false, message: unreachable(host, found) };
  const listed = modelsSchema.safeParse(found.body);
  const models = listed.success ? listed.data.data.map((model) => model.id) : [];
  const model = settings.model ?? models[0] ?? null;
  if (!model) return { ...base, host, reachable: true, message: `The model server at ${host} names no model: set LLM_MODEL.` };
  const unlisted = models.length > 0 && !models.includes(model) ? ` The server does not list it; it lists ${models.join(', ')}.` : '';
  const message = `The model server at ${host} writes with ${model}.${unlisted}`;
  return { ...base, host, reachable: true, models, model, chat_model: settings.chatModel ?? model, message };
}

function unreachable(host: string, found: Extract<ProbeResult, { ok: false }>): string {
  if (found.status === 401 || found.status === 403) return `The model server at ${host} refuses the key: check OPENAI_API_KEY.`;
  if (found.status === 404) return `The model server at ${host} has no /models: check OPENAI_BASE_URL, which usually ends in /v1.`;
  return `The model server cannot be reached at ${host}: ${found.reason}. Check that it runs and that OPENAI_BASE_URL is right.`;
}
