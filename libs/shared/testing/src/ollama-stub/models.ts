import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { BEHAVIOURS } from './behaviours.ts';
import { StubError } from './stub-types.ts';

interface LoadedModel {
  name: string;
  numCtx: number;
  expiresAt: number;
}

export const DEFAULT_MODELS = ['good:3b', ...BEHAVIOURS.map((name) => `${name}:latest`)];

/** Which models are installed and which one is loaded. Like a small machine, it holds one at a time. */
export class Models {
  readonly installed: string[];
  loads = 0;
  private loaded: LoadedModel | null = null;
  private readonly loadDelayMs: number;

  constructor(names: string[], loadDelayMs: number) {
    this.installed = names.map(withTag);
    this.loadDelayMs = loadDelayMs;
  }

  find(name: string): string {
    const found = this.installed.find((installed) => installed.toLowerCase() === withTag(name).toLowerCase());
    if (!found) throw new StubError(404, `model '${name}' not found`);
    return found;
  }

  add(name: string): void {
    if (!this.installed.includes(withTag(name))) this.installed.push(withTag(name));
  }

  async load(name: string, numCtx: number, signal: AbortSignal): Promise<void> {
    if (this.running()?.name === name && this.loaded?.numCtx === numCtx) return;
    this.loads++;
    if (this.loadDelayMs > 0) await delay(this.loadDelayMs, undefined, { signal });
    this.loaded = { name, numCtx, expiresAt: Infinity };
  }

  /** The model stays loaded for this long after an answer. */
  keep(keepAliveMs: number): void {
    if (this.loaded) this.loaded.expiresAt = Date.now() + keepAliveMs;
  }

  running(): LoadedModel | null {
    if (this.loaded && this.loaded.expiresAt <= Date.now()) this.loaded = null;
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
