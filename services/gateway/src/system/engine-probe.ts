import { Inject, Injectable } from '@nestjs/common';
import type { Engine } from '@coverwright/contracts';
import { probeEngine, SETTINGS, type Settings } from '@coverwright/server';

const freshMs = 5000;

/** Asks the model engine how it is, at most every few seconds: the page and the chat ask often. */
@Injectable()
export class EngineProbe {
  private latest: { at: number; engine: Promise<Engine> } | null = null;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  ask(): Promise<Engine> {
    if (this.latest === null || Date.now() - this.latest.at > freshMs)
      this.latest = { at: Date.now(), engine: probeEngine(this.settings.llm) };
    return this.latest.engine;
  }
}
