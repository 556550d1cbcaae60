import type { Engine } from '@coverwright/contracts';
import { z } from 'zod';
import type { LlmSettings } from './llm-settings.ts';
import { isLoopback, normalizeOllamaHost, withoutLogin } from './ollama-host.ts';
import { probeServer } from './probe-server.ts';
import { shortestContext } from './show-model.ts';

const tagsSchema = z.object({
  models: z.array(
    z.object({ name: z.string(), remote_host: z.string().optional(), details: z.object({ family: z.string().optional() }).nullish() }),
  ),
});
type InstalledModel = z.infer<typeof tagsSchema>['models'][number];

/** What Ollama has to offer; `model` is null when it cannot write a letter as things are. The host is shown without a login. */
export async function probeOllama(settings: LlmSettings, signal?: AbortSignal): Promise<Omit<Engine, 'provider' | 'configured'>> {
  const host = normalizeOllamaHost(settings.ollamaHost);
  const base = {
    host: host && withoutLogin(host),
    num_ctx: settings.numCtx,
    context_length: null,
    tokens_per_second: null,
    models: [],
    model: null,
    chat_model: null,
  };
  if (!host) return { ...base, reachable: false, message: `OLLAMA_HOST is not an address: write it like http://127.0.0.1:11434.` };

  const found = await probeServer(`${host}/api/tags`, {}, signal);
  const wanted = { model: settings.model, chat_model: settings.chatModel ?? settings.model };
  if (!found.ok) return { ...base, ...wanted, reachable: false, message: unreachable(withoutLogin(host), found.reason) };
  const tags = tagsSchema.safeParse(found.body);
  if (!tags.success)
    return { ...base, ...wanted, reachable: false, message: unreachable(withoutLogin(host), 'what answers there is not Ollama') };
  const chosen = chooseModels(settings, tags.data.models);
  const length = await shortestContext(host, [chosen.model, chosen.chat_model], signal);
  if (length === null || length >= settings.numCtx) return { ...base, reachable: true, ...chosen, context_length: length };
  const message = `${chosen.message} It reads at most ${length} tokens at once, fewer than LLM_NUM_CTX=${settings.numCtx}: ${length} are used.`;
  return { ...base, reachable: true, ...chosen, context_length: length, num_ctx: length, message };
}

function chooseModels(settings: LlmSettings, installed: InstalledModel[]): Pick<Engine, 'models' | 'model' | 'chat_model' | 'message'> {
  const models = installed.map((model) => model.name);
  const chosen = findModel(settings.model, models) ?? installed.find(writesLocally)?.name ?? null;
  const chat = findModel(settings.chatModel, models) ?? chosen;
  return { models, model: chosen, chat_model: chat, message: describe(settings, models, chosen, chat) };
}

/** Embedding models write nothing, and a model that runs at another company is never picked without having been asked for by name. */
function writesLocally(model: InstalledModel): boolean {
  const embeds = /bert/i.test(model.details?.family ?? '') || /embed|minilm|\bbge\b/i.test(model.name);
  return !embeds && !model.remote_host && !/[-:]cloud$/.test(model.name);
}

function findModel(wanted: string | null, models: string[]): string | null {
  if (!wanted) return null;
  const name = withTag(wanted);
  return models.find((model) => withTag(model) === name) ?? null;
}

function withTag(name: string): string {
  const lower = name.toLowerCase();
  return lower.slice(lower.lastIndexOf('/') + 1).includes(':') ? lower : `${lower}:latest`;
}

function describe(settings: LlmSettings, models: string[], chosen: string | null, chat: string | null): string {
  const missing = [settings.model, settings.chatModel].filter((wanted) => wanted !== null && !findModel(wanted, models));
  const lacks = missing.length > 0 ? `Ollama has no ${missing.join(' and no ')} (get it with: ollama pull ${missing[0]}). ` : '';
  if (!chosen) {
    const has = models.length > 0 ? `Ollama has only ${models.join(', ')}, which cannot write here` : 'Ollama answers but has no model';
    return `${lacks}${has}. Get one, for example: ollama pull ${missing[0] ?? 'llama3.2:3b'}.`;
  }
  const chats = chat === chosen ? '' : ` and ${chat} for the chat`;
  const installed = lacks ? ` Installed: ${models.join(', ')}.` : '';
  return `${lacks}Ollama writes with ${chosen}${chats}.${installed}`;
}

function unreachable(host: string, reason: string): string {
  const container = isLoopback(host)
    ? ' In a container that address is the container itself: set OLLAMA_HOST to where Ollama is, mostly http://host.docker.internal:11434.'
    : ' Ollama on another machine or outside of a container must listen on more than 127.0.0.1: start it with OLLAMA_HOST=0.0.0.0.';
  return `Ollama cannot be reached at ${host}: ${reason}. Most often it is not started: run "ollama serve" or open the Ollama app.${container}`;
}
