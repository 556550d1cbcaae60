import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { BEHAVIOURS } from './behaviours.ts';
import { StubError } from './stub-types.ts';

interface LoadedModel {
  name: string;
  numCtx: number;
  expiresAt: number;
}

export interface ModelsOptions {
  loadDelayMs: number;
  contextLengths: Record<string, number>;
  maxLoaded: number;
}

const DEFAULT_CONTEXT = 131_072;

export const DEFAULT_MODELS = ['good:3b', ...BEHAVIOURS.map((name) => `${name}:latest`)];

/** Which models are installed and which are loaded; who was used longest ago goes first when there is no more room. */
export class Models {
  readonly installed: string[];
  readonly loadsOf: Record<string, number> = {};
  private loaded: LoadedModel[] = [];
  private readonly parts = new Map<string, number>();
  private readonly options: ModelsOptions;

  constructor(names: string[], options: ModelsOptions) {
    this.installed = names.map(withTag);
    this.options = options;
  }

  get loads(): number {
    return Object.values(this.loadsOf).reduce((sum, loads) => sum + loads, 0);
  }

  contextLength(name: string): number {
    const lengths = this.options.contextLengths;
    return lengths[name] ?? lengths[name.split(':')[0] ?? ''] ?? DEFAULT_CONTEXT;
  }

  find(name: string): string {
    const found = this.installed.find((installed) => installed.toLowerCase() === withTag(name).toLowerCase());
    if (!found) throw new StubError(404, `model '${name}' not found`);
    return found;
  }

  add(name: string): void {
    if (!this.installed.includes(withTag(name))) this.installed.push(withTag(name));
  }

  /** Bytes of a model that an earlier pull has left. */
  partOf(name: string): number {
    return this.parts.get(withTag(name)) ?? 0;
  }

  keepPart(name: string, bytes: number): void {
    this.parts.set(withTag(name), bytes);
  }

  async load(name: string, numCtx: number, signal: AbortSignal): Promise<void> {
    const ready = this.running().find((model) => model.name === name && model.numCtx === numCtx);
    if (ready) {
      this.loaded = [...this.loaded.filter((model) => model !== ready), ready];
      return;
    }
    this.loadsOf[name] = (this.loadsOf[name] ?? 0) + 1;
    if (this.options.loadDelayMs > 0) await delay(this.options.loadDelayMs, undefined, { signal });
    const others = this.loaded.filter((model) => model.name !== name);
    this.loaded = [...others, { name, numCtx, expiresAt: Infinity }].slice(-this.options.maxLoaded);
  }

  /** The model stays loaded for this long after an answer. */
  keep(name: string, keepAliveMs: number): void {
    for (const model of this.loaded) if (model.name === name) model.expiresAt = Date.now() + keepAliveMs;
  }

  running(): LoadedModel[] {
    this.loaded = this.loaded.filter((model) => model.expiresAt > Date.now());
    return this.loaded;
  }

  describe(name: string): Record<string, unknown> {
    const digest = createHash('sha256').update(name).digest('hex');
    const details = {
      parent_model: '',
      format: 'gguf',
      family: 'llama',
      families: ['llama'],
      parameter_size: '3.2B',
      quantization_level: 'Q4_K_M',
    };
    return { name, model: name, modified_at: '2026-01-01T00:00:00Z', size: 2_019_393_189, digest, details };
  }
}

export function withTag(name: string): string {
  return name.includes(':') ? name : `${name}:latest`;
}
