import { Inject, Injectable } from '@nestjs/common';
import type { Engine } from '@coverwright/contracts';
import { ModelClients } from '@coverwright/server';

const freshMs = 5000;

/** Asks the model engine how it is, at most every few seconds: the page and the chat ask often. */
@Injectable()
export class EngineProbe {
  private latest: { at: number; engine: Promise<Engine> } | null = null;

  constructor(@Inject(ModelClients) private readonly models: ModelClients) {}

  ask(): Promise<Engine> {
    if (this.latest === null || Date.now() - this.latest.at > freshMs) this.latest = { at: Date.now(), engine: this.models.probe() };
    return this.latest.engine;
  }
}
