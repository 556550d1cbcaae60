import { transportOf } from './behaviours.ts';
import { splitTokens } from './count-tokens.ts';
import type { FittedPrompt } from './fit-context.ts';

/** Remembers the last prompt of each model, as a slot of a real server does, for one that counts only what it had to read anew. */
export class PromptCache {
  private readonly last = new Map<string, string[]>();

  count(model: string, prompt: FittedPrompt): number {
    const tokens = splitTokens(prompt.messages.map((message) => message.content).join('\n'));
    const before = this.last.get(model) ?? [];
    this.last.set(model, tokens);
    if (transportOf(model) !== 'counts-new-only') return prompt.tokens;
    const differs = tokens.findIndex((token, index) => token !== before[index]);
    const cached = differs < 0 ? Math.min(tokens.length, before.length) : differs;
    return Math.max(1, prompt.tokens - cached);
  }
}
